<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>bytescope</name>
    <message>
      <source>  and {count:,} other places</source>
      <extracomment>recovery</extracomment>
      <translation>  以及其他 {count:,} 处</translation>
    </message>
    <message>
      <source>  {bytes} at {start}</source>
      <extracomment>recovery</extracomment>
      <translation>  {start} 处的 {bytes}</translation>
    </message>
    <message>
      <source> and </source>
      <extracomment>between phrases</extracomment>
      <translation>和</translation>
    </message>
    <message>
      <source> or </source>
      <extracomment>between phrases</extracomment>
      <translation>或</translation>
    </message>
    <message>
      <source> · </source>
      <extracomment>between phrases</extracomment>
      <translation> · </translation>
    </message>
    <message>
      <source> · {left} left</source>
      <extracomment>work_bar</extracomment>
      <translation> · 剩余 {left}</translation>
    </message>
    <message>
      <source> — </source>
      <extracomment>between phrases</extracomment>
      <translation> — </translation>
    </message>
    <message>
      <source>"%1" can no longer be read; open it again.</source>
      <extracomment>core/source/file</extracomment>
      <translation>"%1" 已无法读取；请重新打开。</translation>
    </message>
    <message>
      <source>"%1" cannot have %2 bytes (%3); it was not changed: choose a smaller size.</source>
      <extracomment>core/source/file</extracomment>
      <translation>"%1" 不能有 %2 字节（%3）；没有更改：请选择较小的大小。</translation>
    </message>
    <message>
      <source>"%1" has %2 bytes, so nothing can be stored at %3; resize it first.</source>
      <extracomment>core/source/file</extracomment>
      <translation>"%1" 有 %2 字节，因此不能在 %3 处存入；请先改变大小。</translation>
    </message>
    <message>
      <source>"%1" is not open in Live access, so nothing is stored in it; open it so.</source>
      <extracomment>core/touched/store_audit</extracomment>
      <translation>"%1" 未以直接访问打开，因此其中没有存入；请以直接访问打开。</translation>
    </message>
    <message>
      <source>"%1" is not open in Live access; open it so to store at once.</source>
      <extracomment>core/source/file</extracomment>
      <translation>"%1" 未以直接访问打开；请以直接访问打开以便立即存入。</translation>
    </message>
    <message>
      <source>"%1" is not open in Live access; open the whole file in Live access to resize it.</source>
      <extracomment>core/source/file</extracomment>
      <translation>"%1" 未以直接访问打开；要改变大小请用直接访问打开整个文件。</translation>
    </message>
    <message>
      <source>"%1" is open as a window; open the whole file in Live access to resize it.</source>
      <extracomment>core/source/file</extracomment>
      <translation>"%1" 以窗口方式打开；要改变大小请用直接访问打开整个文件。</translation>
    </message>
    <message>
      <source>"%1" lies on a file system in memory, from which nothing can be evicted; only files on a disk can be.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>"%1" 位于内存中的文件系统，无法从中逐出；只有磁盘上的文件可以。</translation>
    </message>
    <message>
      <source>"%1" was closed; open it again.</source>
      <extracomment>core/source/file</extracomment>
      <translation>"%1" 已关闭；请重新打开。</translation>
    </message>
    <message>
      <source>%1 %2 at %3</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1 %2，位于 %3</translation>
    </message>
    <message>
      <source>%1 (%2 % off, %3)</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1（偏差 %2 %，%3）</translation>
    </message>
    <message>
      <source>%1 (%2, space)</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1（%2，空格）</translation>
    </message>
    <message>
      <source>%1 a cell (%2)</source>
      <extracomment>core/text/map_words</extracomment>
      <translation>每格 %1（%2）</translation>
    </message>
    <message>
      <source>%1 a row</source>
      <extracomment>core/text/map_words</extracomment>
      <translation>每行 %1</translation>
    </message>
    <message>
      <source>%1 and %2</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 和 %2</translation>
    </message>
    <message>
      <source>%1 are holes, of which there is nothing to read</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1是空洞，没有可读的内容</translation>
    </message>
    <message>
      <source>%1 are in use by a program or part of a larger block of the page cache</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1正被程序使用，或属于页缓存中更大的块</translation>
    </message>
    <message>
      <source>%1 are not on the disk yet (flush first)</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1尚未在磁盘上（请先刷盘）</translation>
    </message>
    <message>
      <source>%1 are only in “%2”</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%1只在“%2”中</translation>
    </message>
    <message>
      <source>%1 are the bits of a number; write the number itself.</source>
      <extracomment>core/inspect/floats</extracomment>
      <translation>%1 是一个数字的位；请写数字本身。</translation>
    </message>
    <message>
      <source>%1 at +0x%2</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>%1 位于 +0x%2</translation>
    </message>
    <message>
      <source>%1 at its end</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>%1 位于其末尾</translation>
    </message>
    <message>
      <source>%1 at its start</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>%1 位于其开头</translation>
    </message>
    <message>
      <source>%1 at offset %2 cannot be read</source>
      <extracomment>core/storage/pieces</extracomment>
      <translation>偏移 %2 处的 %1无法读取</translation>
    </message>
    <message>
      <source>%1 attribute</source>
      <extracomment>core/storage/save</extracomment>
      <translation>%1 个属性</translation>
    </message>
    <message>
      <source>%1 attributes</source>
      <extracomment>core/storage/save</extracomment>
      <translation>%1 个属性</translation>
    </message>
    <message>
      <source>%1 bits</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>%1 位</translation>
    </message>
    <message>
      <source>%1 bits a byte</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>每字节 %1 位</translation>
    </message>
    <message>
      <source>%1 bits hold %2 to %3; give a number in that range.</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>%1 位可存 %2 到 %3；请给出此范围内的数字。</translation>
    </message>
    <message>
      <source>%1 block</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 块</translation>
    </message>
    <message>
      <source>%1 blocks</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 块</translation>
    </message>
    <message>
      <source>%1 byte</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>%1 字节</translation>
    </message>
    <message>
      <source>%1 bytes</source>
      <extracomment>core/document/steps</extracomment>
      <translation>%1 字节</translation>
    </message>
    <message>
      <source>%1 bytes big-endian</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>%1 字节大端</translation>
    </message>
    <message>
      <source>%1 bytes little-endian</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>%1 字节小端</translation>
    </message>
    <message>
      <source>%1 came too fast and were lost</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>%1来得太快而丢失</translation>
    </message>
    <message>
      <source>%1 can no longer be read; open it again.</source>
      <extracomment>core/exchange/carrying</extracomment>
      <translation>%1 已无法读取；请重新打开。</translation>
    </message>
    <message>
      <source>%1 cannot be compared</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%1 无法比较</translation>
    </message>
    <message>
      <source>%1 cannot be compared, as bytes of them cannot be read; check the medium.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%1无法比较，因为其中的字节无法读取；请检查介质。</translation>
    </message>
    <message>
      <source>%1 cannot be compared, as they had not been read</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%1 因未曾读取而无法比较</translation>
    </message>
    <message>
      <source>%1 cannot be made with %2 bytes: the file system does not allow files of that size here; choose a smaller size or another folder.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>无法创建 %2 字节的 %1：此处的文件系统不允许这么大的文件；请选择较小的大小或另一文件夹。</translation>
    </message>
    <message>
      <source>%1 cannot be made: %2; choose another folder.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>无法创建 %1：%2；请选择另一文件夹。</translation>
    </message>
    <message>
      <source>%1 cannot be opened in Live access: %2; open it in Read or Edit access instead.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>无法以直接访问打开 %1：%2；请改用只读或编辑访问打开。</translation>
    </message>
    <message>
      <source>%1 cannot be opened: %2.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
      <source>%1 cannot be opened: no path has a zero byte; check the path.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>无法打开 %1：路径中不能有零字节；请检查路径。</translation>
    </message>
    <message>
      <source>%1 cannot be read at 0x%2, where other documents have bytes of it; save those first.</source>
      <extracomment>core/document/lent</extracomment>
      <translation>%1 在 0x%2 处无法读取，而其他文档用到了那里的字节；请先保存那些文档。</translation>
    </message>
    <message>
      <source>%1 cannot be read to its end; check its medium.</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>%1 无法读到末尾；请检查其介质。</translation>
    </message>
    <message>
      <source>%1 changed so far.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>到目前为止 %1 已更改。</translation>
    </message>
    <message>
      <source>%1 changed so far; %2 your edits.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>到目前为止 %1 已更改；%2您的编辑。</translation>
    </message>
    <message>
      <source>%1 changed.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 已更改。</translation>
    </message>
    <message>
      <source>%1 changed; %2 your edits.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 已更改；%2您的编辑。</translation>
    </message>
    <message>
      <source>%1 copies elsewhere</source>
      <extracomment>core/pages/copies</extracomment>
      <translation>别处有 %1 个副本</translation>
    </message>
    <message>
      <source>%1 copy elsewhere</source>
      <extracomment>core/pages/copies</extracomment>
      <translation>别处有 %1 个副本</translation>
    </message>
    <message>
      <source>%1 could not be kept: %2.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>%1无法保留：%2。</translation>
    </message>
    <message>
      <source>%1 could not be read</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1 无法读取</translation>
    </message>
    <message>
      <source>%1 could not be read and are 00 in the new file.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>%1无法读取，在新文件中为 00。</translation>
    </message>
    <message>
      <source>%1 d</source>
      <extracomment>made of words</extracomment>
      <translation>%1 天</translation>
    </message>
    <message>
      <source>%1 d %2 h</source>
      <extracomment>made of words</extracomment>
      <translation>%1 天 %2 小时</translation>
    </message>
    <message>
      <source>%1 differ so far.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>到目前为止 %1 不同。</translation>
    </message>
    <message>
      <source>%1 differ so far; %2 your edits.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>到目前为止 %1 不同；%2您的编辑。</translation>
    </message>
    <message>
      <source>%1 differ.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 不同。</translation>
    </message>
    <message>
      <source>%1 differ; %2 your edits.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 不同；%2您的编辑。</translation>
    </message>
    <message>
      <source>%1 differs so far.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>到目前为止 %1 不同。</translation>
    </message>
    <message>
      <source>%1 differs so far; %2 your edits.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>到目前为止 %1 不同；%2您的编辑。</translation>
    </message>
    <message>
      <source>%1 differs.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 不同。</translation>
    </message>
    <message>
      <source>%1 differs; %2 your edits.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 不同；%2您的编辑。</translation>
    </message>
    <message>
      <source>%1 do not let us look.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>%1不让我们查看。</translation>
    </message>
    <message>
      <source>%1 do not let us look; run Bytescope as root to see it.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>%1不让我们查看；请以 root 运行 Bytescope 以查看它。</translation>
    </message>
    <message>
      <source>%1 do not let us look; run Bytescope as root to see them.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>%1不让我们查看；请以 root 运行 Bytescope 以查看它们。</translation>
    </message>
    <message>
      <source>%1 does not fit into %2 bytes; give a smaller number or a wider unit.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>%1 放不进 %2 字节；请给出较小的数字或更宽的单元。</translation>
    </message>
    <message>
      <source>%1 does not fit into 1 byte; give a smaller number or a wider unit.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>%1 放不进 1 字节；请给出较小的数字或更宽的单元。</translation>
    </message>
    <message>
      <source>%1 does not let us look.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>%1不让我们查看。</translation>
    </message>
    <message>
      <source>%1 does not let us look; run Bytescope as root to see it.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>%1不让我们查看；请以 root 运行 Bytescope 以查看它。</translation>
    </message>
    <message>
      <source>%1 does not let us look; run Bytescope as root to see them.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>%1不让我们查看；请以 root 运行 Bytescope 以查看它们。</translation>
    </message>
    <message>
      <source>%1 edit</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>%1 处编辑</translation>
    </message>
    <message>
      <source>%1 edits</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>%1 处编辑</translation>
    </message>
    <message>
      <source>%1 event</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>%1 个事件</translation>
    </message>
    <message>
      <source>%1 events</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>%1 个事件</translation>
    </message>
    <message>
      <source>%1 exists already; choose another name or open it.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>%1 已存在；请选择另一名称，或打开它。</translation>
    </message>
    <message>
      <source>%1 group</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 组</translation>
    </message>
    <message>
      <source>%1 groups</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 组</translation>
    </message>
    <message>
      <source>%1 h</source>
      <extracomment>made of words</extracomment>
      <translation>%1 小时</translation>
    </message>
    <message>
      <source>%1 h %2 min</source>
      <extracomment>made of words</extracomment>
      <translation>%1 小时 %2 分</translation>
    </message>
    <message>
      <source>%1 had not been read.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1未曾读取。</translation>
    </message>
    <message>
      <source>%1 has %2; a patch has at most %3.</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>%1 有 %2；补丁最多有 %3。</translation>
    </message>
    <message>
      <source>%1 has bytes near 0x%2 that cannot be read; check the medium.</source>
      <extracomment>core/exchange/checking</extracomment>
      <translation>%1在 0x%2 附近有无法读取的字节；请检查介质。</translation>
    </message>
    <message>
      <source>%1 hits</source>
      <extracomment>core/document/replacing</extracomment>
      <translation>%1 个命中</translation>
    </message>
    <message>
      <source>%1 in %2</source>
      <extracomment>core/geometry/map_legend</extracomment>
      <translation>%1（%2）</translation>
    </message>
    <message>
      <source>%1 inode</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 个 inode</translation>
    </message>
    <message>
      <source>%1 inodes</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 个 inode</translation>
    </message>
    <message>
      <source>%1 is %2.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>%1 是%2。</translation>
    </message>
    <message>
      <source>%1 is emptied by reading; copy it to a file first and open the copy.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>%1 一读就会清空；请先复制到文件再打开副本。</translation>
    </message>
    <message>
      <source>%1 is holes, of which there is nothing to read</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1是空洞，没有可读的内容</translation>
    </message>
    <message>
      <source>%1 is in use by a program or part of a larger block of the page cache</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1正被程序使用，或属于页缓存中更大的块</translation>
    </message>
    <message>
      <source>%1 is made by the kernel as it is read and cannot be read whole (%2); copy the part you need to a file and open that.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>%1 由内核在读取时生成，无法完整读取（%2）；请把所需部分复制到文件再打开。</translation>
    </message>
    <message>
      <source>%1 is missing; write a number such as 5, -1 or 0x1F.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>缺少%1；请写一个数字，例如 5、-1 或 0x1F。</translation>
    </message>
    <message>
      <source>%1 is neither a file nor a block device; choose a file.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>%1 既不是文件也不是块设备；请选择文件。</translation>
    </message>
    <message>
      <source>%1 is neither true nor false</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>%1 既不是 true 也不是 false</translation>
    </message>
    <message>
      <source>%1 is no number from %2 to %3</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>%1 不是 %2 到 %3 的数字</translation>
    </message>
    <message>
      <source>%1 is no path</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>%1 不是路径</translation>
    </message>
    <message>
      <source>%1 is no text</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>%1 不是文本</translation>
    </message>
    <message>
      <source>%1 is not a whole number; write it as 5, -1, 0x1F, 4Ki or 1 &lt;&lt; 12.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>%1不是整数；请写成 5、-1、0x1F、4Ki 或 1 &lt;&lt; 12。</translation>
    </message>
    <message>
      <source>%1 is not on the disk yet (flush first)</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1尚未在磁盘上（请先刷盘）</translation>
    </message>
    <message>
      <source>%1 is only in “%2”</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%1只在“%2”中</translation>
    </message>
    <message>
      <source>%1 is the file that the %2 would show; choose another output.</source>
      <extracomment>core/storage/exporting</extracomment>
      <translation>%1 是%2要显示的文件；请选择另一个输出。</translation>
    </message>
    <message>
      <source>%1 is too large for %2; give a smaller number.</source>
      <extracomment>core/inspect/floats</extracomment>
      <translation>%1 对 %2 太大；请给出较小的数字。</translation>
    </message>
    <message>
      <source>%1 later edit</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>%1 处后来的编辑</translation>
    </message>
    <message>
      <source>%1 later edits</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>%1 处后来的编辑</translation>
    </message>
    <message>
      <source>%1 left memory; none is there now.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已离开内存；现在没有一页在那里。</translation>
    </message>
    <message>
      <source>%1 min</source>
      <extracomment>made of words</extracomment>
      <translation>%1 分钟</translation>
    </message>
    <message>
      <source>%1 min %2 s</source>
      <extracomment>made of words</extracomment>
      <translation>%1 分 %2 秒</translation>
    </message>
    <message>
      <source>%1 more run</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>另外 %1 个区段</translation>
    </message>
    <message>
      <source>%1 more runs</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>另外 %1 个区段</translation>
    </message>
    <message>
      <source>%1 of %2</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%2 中的 %1</translation>
    </message>
    <message>
      <source>%1 of %2 bytes</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1，每个 %2 字节</translation>
    </message>
    <message>
      <source>%1 of %2 bytes were stored in "%3", then the system refused: %4; undo this change or try again.</source>
      <extracomment>core/source/storing</extracomment>
      <translation>%2 字节中的 %1 已存入 "%3"，然后系统拒绝了：%4；请撤销此更改或再试。</translation>
    </message>
    <message>
      <source>%1 of %2 bytes when unpacked</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1，解包后 %2 字节</translation>
    </message>
    <message>
      <source>%1 of %2 differ</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%2 中有 %1 不同</translation>
    </message>
    <message>
      <source>%1 of %2 differ from what was there at %3.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%2 中有 %1 与 %3 时不同。</translation>
    </message>
    <message>
      <source>%1 of %2 differ from what was there at %3; %4 cannot be compared, as they had not been read.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%2 中有 %1 与 %3 时不同；%4 因未曾读取而无法比较。</translation>
    </message>
    <message>
      <source>%1 of %2 differ so far; %3 compared.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>到目前为止 %2 中有 %1 不同；已比较 %3。</translation>
    </message>
    <message>
      <source>%1 of %2 differ so far; %3 compared; %4 cannot be compared.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>到目前为止 %2 中有 %1 不同；已比较 %3；%4 无法比较。</translation>
    </message>
    <message>
      <source>%1 of %2 differs</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%2 中有 %1 不同</translation>
    </message>
    <message>
      <source>%1 of %2 differs from what was there at %3.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%2 中有 %1 与 %3 时不同。</translation>
    </message>
    <message>
      <source>%1 of %2 differs from what was there at %3; %4 cannot be compared, as they had not been read.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>%2 中有 %1 与 %3 时不同；%4 因未曾读取而无法比较。</translation>
    </message>
    <message>
      <source>%1 of %2 differs so far; %3 compared.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>到目前为止 %2 中有 %1 不同；已比较 %3。</translation>
    </message>
    <message>
      <source>%1 of %2 differs so far; %3 compared; %4 cannot be compared.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>到目前为止 %2 中有 %1 不同；已比较 %3；%4 无法比较。</translation>
    </message>
    <message>
      <source>%1 of %2 in all; the document will have %3.</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>%1，共 %2；文档将有 %3。</translation>
    </message>
    <message>
      <source>%1 of %2 known, %3 of them holes</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>%2 中的 %1 已知，其中 %3 个空洞</translation>
    </message>
    <message>
      <source>%1 of %2 known, %3 of them holes; a run shorter than %4 can still be missed</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>%2 中的 %1 已知，其中 %3 个空洞；短于 %4 的区段仍可能漏掉</translation>
    </message>
    <message>
      <source>%1 of %2 left memory; %3 stayed: %4.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%2中的 %1 已离开内存；%3 留下：%4。</translation>
    </message>
    <message>
      <source>%1 of %2 pages have copies elsewhere; most: %3</source>
      <extracomment>core/pages/copies</extracomment>
      <translation>%2 页中的 %1 页在别处有副本；最多：%3</translation>
    </message>
    <message>
      <source>%1 of %2 read</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>%2 中的 %1 已读</translation>
    </message>
    <message>
      <source>%1 of %2 read; a run shorter than %3 can still be missed</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>%2 中的 %1 已读；短于 %3 的区段仍可能漏掉</translation>
    </message>
    <message>
      <source>%1 of %2, exact</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1，每块 %2，精确</translation>
    </message>
    <message>
      <source>%1 of 00</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>%1 的 00</translation>
    </message>
    <message>
      <source>%1 of 256</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>256 中的 %1</translation>
    </message>
    <message>
      <source>%1 of a pattern or of bytes that were lost</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>%1 的模式或丢失的字节</translation>
    </message>
    <message>
      <source>%1 of the file</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>文件的 %1</translation>
    </message>
    <message>
      <source>%1 of the file are holes and take no space.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>文件中有 %1是空洞，不占空间。</translation>
    </message>
    <message>
      <source>%1 of them has</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>其中 %1 含有</translation>
    </message>
    <message>
      <source>%1 of them have</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>其中 %1 含有</translation>
    </message>
    <message>
      <source>%1 of zeros not counted</source>
      <extracomment>core/pages/copies</extracomment>
      <translation>%1 个全零页未计入</translation>
    </message>
    <message>
      <source>%1 or %2</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>%1 或 %2</translation>
    </message>
    <message>
      <source>%1 page</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 页</translation>
    </message>
    <message>
      <source>%1 pages</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 页</translation>
    </message>
    <message>
      <source>%1 pair</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1 对</translation>
    </message>
    <message>
      <source>%1 pairs</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1 对</translation>
    </message>
    <message>
      <source>%1 partition</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 个分区</translation>
    </message>
    <message>
      <source>%1 partitions</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 个分区</translation>
    </message>
    <message>
      <source>%1 point</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1 个点</translation>
    </message>
    <message>
      <source>%1 points</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1 个点</translation>
    </message>
    <message>
      <source>%1 printable at %2</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1可打印，位于 %2</translation>
    </message>
    <message>
      <source>%1 process</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>%1 个进程</translation>
    </message>
    <message>
      <source>%1 processes</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>%1 个进程</translation>
    </message>
    <message>
      <source>%1 random</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>%1 随机</translation>
    </message>
    <message>
      <source>%1 range</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>%1 个范围</translation>
    </message>
    <message>
      <source>%1 ranges</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>%1 个范围</translation>
    </message>
    <message>
      <source>%1 s</source>
      <extracomment>made of words</extracomment>
      <translation>%1 秒</translation>
    </message>
    <message>
      <source>%1 section</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 个节</translation>
    </message>
    <message>
      <source>%1 sections</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 个节</translation>
    </message>
    <message>
      <source>%1 segment</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>%1 段</translation>
    </message>
    <message>
      <source>%1 segments</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>%1 段</translation>
    </message>
    <message>
      <source>%1 step</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>%1 步</translation>
    </message>
    <message>
      <source>%1 steps</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>%1 步</translation>
    </message>
    <message>
      <source>%1 unsaved edit</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>%1 处未保存的编辑</translation>
    </message>
    <message>
      <source>%1 unsaved edits</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>%1 处未保存的编辑</translation>
    </message>
    <message>
      <source>%1 unsaved step</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 个未保存的步骤</translation>
    </message>
    <message>
      <source>%1 unsaved steps</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1 个未保存的步骤</translation>
    </message>
    <message>
      <source>%1 was changed by another program after bytes of it came into this document, so they may be others by now; nothing was written. Undo that and bring them in again, or save what is there now.</source>
      <extracomment>core/document/lent</extracomment>
      <translation>%1 的字节取入本文档之后，该文件被其他程序修改过，这些字节现在可能已不同；未写入任何内容。请撤销后重新取入，或保存现有的内容。</translation>
    </message>
    <message>
      <source>%1 was changed since these bytes were copied; copy them again.</source>
      <extracomment>core/exchange/carrying</extracomment>
      <translation>自复制这些字节以来 %1 已被更改；请重新复制。</translation>
    </message>
    <message>
      <source>%1 was closed; open it again.</source>
      <extracomment>core/exchange/carrying</extracomment>
      <translation>%1 已关闭；请重新打开。</translation>
    </message>
    <message>
      <source>%1 was dropped again, as memory is short</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1又被丢弃，因为内存不足</translation>
    </message>
    <message>
      <source>%1 was made shorter by another program; reload it first.</source>
      <extracomment>core/exchange/carrying</extracomment>
      <translation>%1 被其他程序截短了；请先重新加载。</translation>
    </message>
    <message>
      <source>%1 was read into memory</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已读入内存</translation>
    </message>
    <message>
      <source>%1 was there before</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1之前已在那里</translation>
    </message>
    <message>
      <source>%1 was written to the disk, with the rest of the file.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已与文件的其余部分一起写入磁盘。</translation>
    </message>
    <message>
      <source>%1 was written to the disk, with the rest of the file; %2 are dirty again: a program goes on writing.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已与文件的其余部分一起写入磁盘；%2 又变脏：有程序在继续写入。</translation>
    </message>
    <message>
      <source>%1 was written to the disk, with the rest of the file; %2 is dirty again: a program goes on writing.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已与文件的其余部分一起写入磁盘；%2 又变脏：有程序在继续写入。</translation>
    </message>
    <message>
      <source>%1 were dropped again, as memory is short</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1又被丢弃，因为内存不足</translation>
    </message>
    <message>
      <source>%1 were read into memory</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已读入内存</translation>
    </message>
    <message>
      <source>%1 were there before</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1之前已在那里</translation>
    </message>
    <message>
      <source>%1 were written to the disk, with the rest of the file.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已与文件的其余部分一起写入磁盘。</translation>
    </message>
    <message>
      <source>%1 were written to the disk, with the rest of the file; %2 are dirty again: a program goes on writing.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已与文件的其余部分一起写入磁盘；%2 又变脏：有程序在继续写入。</translation>
    </message>
    <message>
      <source>%1 were written to the disk, with the rest of the file; %2 is dirty again: a program goes on writing.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1已与文件的其余部分一起写入磁盘；%2 又变脏：有程序在继续写入。</translation>
    </message>
    <message>
      <source>%1 with %2 changes nothing; give another pattern.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>以 %2 做 %1 运算不会改变任何内容；请给出另一个模式。</translation>
    </message>
    <message>
      <source>%1 without a place on the disk yet</source>
      <extracomment>core/touched/extents</extracomment>
      <translation>%1 在磁盘上还没有位置</translation>
    </message>
    <message>
      <source>%1 your edits</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>%1您的编辑</translation>
    </message>
    <message>
      <source>%1 × %2, %3 bits</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1 × %2，%3 位</translation>
    </message>
    <message>
      <source>%1 “%2” at +0x%3</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>%1“%2”位于 +0x%3</translation>
    </message>
    <message>
      <source>%1 “%2” at its start</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>%1“%2”位于其开头</translation>
    </message>
    <message>
      <source>%1 … (%2 bytes)</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>%1 …（%2 字节）</translation>
    </message>
    <message>
      <source>%1 … at +0x%2</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>%1 … 位于 +0x%2</translation>
    </message>
    <message>
      <source>%1 … at its end</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>%1 … 位于其末尾</translation>
    </message>
    <message>
      <source>%1 … at its start</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>%1 … 位于其开头</translation>
    </message>
    <message>
      <source>%1+%2 is outside a mapping of %3</source>
      <extracomment>core/source/mapping</extracomment>
      <translation>%1+%2 在 %3 的映射之外</translation>
    </message>
    <message>
      <source>%1+%2 is outside of %3</source>
      <extracomment>core/source/file</extracomment>
      <translation>%1+%2 在 %3 之外</translation>
    </message>
    <message>
      <source>%1, %2, %3 bits</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>%1，%2，%3 位</translation>
    </message>
    <message>
      <source>%1, %2: %3 = %4 · expected %5 = %6</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1，%2：%3 = %4 · 预期 %5 = %6</translation>
    </message>
    <message>
      <source>%1, as before the last edits</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1，与最近的编辑之前相同</translation>
    </message>
    <message>
      <source>%1, as by chance</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1，如同偶然</translation>
    </message>
    <message>
      <source>%1, item %2</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>%1，第 %2 项</translation>
    </message>
    <message>
      <source>%1, not even</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1，不均匀</translation>
    </message>
    <message>
      <source>%1, too even for chance</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>%1，对偶然来说太均匀</translation>
    </message>
    <message>
      <source>%1..%2 is no range behind %3</source>
      <extracomment>core/document/places</extracomment>
      <translation>%1..%2 不是 %3 之后的范围</translation>
    </message>
    <message>
      <source>%1..%2 is no range of a document; a bookmark starts before it ends.</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>%1..%2 不是文档的范围；书签的开始要在结束之前。</translation>
    </message>
    <message>
      <source>%1..%2 is not inside 0..%3</source>
      <extracomment>core/document/spans</extracomment>
      <translation>%1..%2 不在 0..%3 之内</translation>
    </message>
    <message>
      <source>%1..%2 is not inside the document (0..%3)</source>
      <extracomment>core/document/snapshot</extracomment>
      <translation>%1..%2 不在文档（0..%3）之内</translation>
    </message>
    <message>
      <source>%1: %2 from 0x%3 to 0x%4.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>%1：%2，从 0x%3 到 0x%4。</translation>
    </message>
    <message>
      <source>%1: %2 in %3 from 0x%4 to 0x%5, execution starts at 0x%6.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>%1：%3中的 %2，从 0x%4 到 0x%5，从 0x%6 开始执行。</translation>
    </message>
    <message>
      <source>%1: %2 in %3 from 0x%4 to 0x%5, with %6 between them, execution starts at 0x%7.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>%1：%3中的 %2，从 0x%4 到 0x%5，其间空出 %6，从 0x%7 开始执行。</translation>
    </message>
    <message>
      <source>%1: %2 in %3 from 0x%4 to 0x%5, with %6 between them.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>%1：%3中的 %2，从 0x%4 到 0x%5，其间空出 %6。</translation>
    </message>
    <message>
      <source>%1: %2 in %3 from 0x%4 to 0x%5.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>%1：%3中的 %2，从 0x%4 到 0x%5。</translation>
    </message>
    <message>
      <source>%1: %2 is no byte; bytes are -128 to 255.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>%1：%2 不是字节；字节为 -128 到 255。</translation>
    </message>
    <message>
      <source>%1: a hex digit is missing behind this one; write 0A for A.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>%1：这个数字后面缺少一个十六进制数字；A 请写成 0A。</translation>
    </message>
    <message>
      <source>%1: share of the pages of a cell; content is grey</source>
      <extracomment>core/geometry/map_legend</extracomment>
      <translation>%1：格中各页的占比；内容为灰色</translation>
    </message>
    <message>
      <source>%1: the document consists of</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>%1：文档由以下组成</translation>
    </message>
    <message>
      <source>%1: “%2” does not occur in Base64; remove it.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>%1：“%2”在 Base64 中不出现；请删除它。</translation>
    </message>
    <message>
      <source>%1: “%2” is no byte; bytes are -128 to 255.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>%1：“%2”不是字节；字节为 -128 到 255。</translation>
    </message>
    <message>
      <source>%1: “%2” is not a hex digit; remove it, or paste as text.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>%1：“%2”不是十六进制数字；请删除它，或作为文本粘贴。</translation>
    </message>
    <message>
      <source>%1: “%2” is not a number; write bytes as 65 or 0x41.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>%1：“%2”不是数字；字节请写成 65 或 0x41。</translation>
    </message>
    <message>
      <source>%1: “\%2” is no escape of a byte; write it as \x41.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>%1：“\%2”不是字节的转义；请写成 \x41。</translation>
    </message>
    <message>
      <source>%1; change the expression.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>%1；请更改表达式。</translation>
    </message>
    <message>
      <source>%1; check the path and the medium</source>
      <extracomment>core/source/opening</extracomment>
      <translation>%1；请检查路径和介质</translation>
    </message>
    <message>
      <source>&amp;About Bytescope</source>
      <extracomment>help.about</extracomment>
      <translation>关于 Bytescope(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Access</source>
      <extracomment>open_window</extracomment>
      <translation>访问方式(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Access at opening</source>
      <extracomment>preferences</extracomment>
      <translation>打开时的访问方式(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Add Bookmark</source>
      <extracomment>bookmarks.add</extracomment>
      <translation>添加书签(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;All Scripts in UTF-16</source>
      <extracomment>strings</extracomment>
      <translation>UTF-16 中的所有文字(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;And…</source>
      <extracomment>operations.conjoin</extracomment>
      <translation>与(&amp;A)…</translation>
    </message>
    <message>
      <source>&amp;Apply Patch…</source>
      <extracomment>exchange.apply_patch</extracomment>
      <translation>应用补丁(&amp;A)…</translation>
    </message>
    <message>
      <source>&amp;Audit Stores</source>
      <extracomment>watching.stores</extracomment>
      <translation>审计存入(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Back</source>
      <extracomment>go.back</extracomment>
      <translation>后退(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Base address (becomes offset 0)</source>
      <extracomment>import_bytes</extracomment>
      <translation>基地址（成为偏移 0）(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Base address (of the first byte)</source>
      <extracomment>export_bytes</extracomment>
      <translation>基地址（第一个字节的地址）(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Base64</source>
      <extracomment>exchange.copy_base64</extracomment>
      <translation>Base64(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Bookmarks</source>
      <extracomment>menu</extracomment>
      <translation>书签(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Byte p of A stands against byte p + N of B, with N</source>
      <extracomment>compare</extracomment>
      <translation>A 的字节 p 对应 B 的字节 p + N，其中 N 为(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Bytes</source>
      <extracomment>write_bytes</extracomment>
      <translation>字节(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Bytes a Row</source>
      <extracomment>menu</extracomment>
      <translation>每行字节数(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Bytes a row</source>
      <extracomment>preferences</extracomment>
      <translation>每行字节数(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Bytes as Text or HEX…</source>
      <extracomment>exchange.export_bytes</extracomment>
      <translation>字节存为文本或 HEX(&amp;B)…</translation>
    </message>
    <message>
      <source>&amp;Checksums</source>
      <extracomment>understand.checksums</extracomment>
      <translation>校验和(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Choose…</source>
      <extracomment>operations.choose</extracomment>
      <translation>选择(&amp;C)…</translation>
    </message>
    <message>
      <source>&amp;Clear Found Hits</source>
      <extracomment>search.clear</extracomment>
      <translation>清除命中(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <extracomment>files.close</extracomment>
      <translation>关闭(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Close Split</source>
      <extracomment>split.close</extracomment>
      <translation>关闭拆分(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Colours</source>
      <extracomment>menu</extracomment>
      <translation>颜色(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Compare</source>
      <extracomment>menu</extracomment>
      <translation>比较(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Complete Save</source>
      <extracomment>recovery</extracomment>
      <translation>完成保存(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Complete the Save</source>
      <extracomment>cut_off</extracomment>
      <translation>完成保存(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Content in Colour</source>
      <extracomment>layers.alone_none</extracomment>
      <translation>用颜色表示内容(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <extracomment>edits.copy</extracomment>
      <translation>复制(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy Rows</source>
      <extracomment>bookmark_table</extracomment>
      <translation>复制行(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy Value</source>
      <extracomment>structure_views</extracomment>
      <translation>复制值(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy as Text</source>
      <extracomment>statistics_export</extracomment>
      <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Decimal Numbers</source>
      <extracomment>exchange.copy_json</extracomment>
      <translation>十进制数字(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Definition in C</source>
      <extracomment>definition</extracomment>
      <translation>C 语言定义(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <extracomment>edits.delete</extracomment>
      <translation>删除(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete Snapshot</source>
      <extracomment>compare</extracomment>
      <translation>删除快照(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Differences…</source>
      <extracomment>files.differences</extracomment>
      <translation>差异(&amp;D)…</translation>
    </message>
    <message>
      <source>&amp;Disassemble</source>
      <extracomment>disassembly</extracomment>
      <translation>反汇编(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Disassembly</source>
      <extracomment>understand.disassembly</extracomment>
      <translation>反汇编(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Discard and {verb}</source>
      <extracomment>unsaved</extracomment>
      <translation>丢弃并{verb}(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Discard for Good</source>
      <extracomment>recovery</extracomment>
      <translation>永久丢弃(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Discard…</source>
      <extracomment>recovery</extracomment>
      <translation>丢弃(&amp;D)…</translation>
    </message>
    <message>
      <source>&amp;Done</source>
      <extracomment>tour</extracomment>
      <translation>完成(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <extracomment>menu</extracomment>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Edit Bookmark Here</source>
      <extracomment>bookmarks.rename</extracomment>
      <translation>编辑此处书签(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Edit Value</source>
      <extracomment>structure_views</extracomment>
      <translation>编辑值(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Encoding of the text</source>
      <extracomment>paste_special</extracomment>
      <translation>文本的编码(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;End (not included)</source>
      <extracomment>range_edit</extracomment>
      <translation>结束（不含）(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;End Comparison</source>
      <extracomment>compare.end</extracomment>
      <translation>结束比较(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Escaped String</source>
      <extracomment>exchange.copy_escaped</extracomment>
      <translation>转义字符串(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Export</source>
      <extracomment>menu</extracomment>
      <translation>导出(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <extracomment>shortcuts</extracomment>
      <translation>导出(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Facts…</source>
      <extracomment>exports.facts</extracomment>
      <translation>事实(&amp;F)…</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <extracomment>menu</extracomment>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;File (.csv, .json, .arrow or .parquet)</source>
      <extracomment>export_facts</extracomment>
      <translation>文件（.csv、.json、.arrow 或 .parquet）(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;File (its ending, .png or .svg, says which)</source>
      <extracomment>export_picture</extracomment>
      <translation>文件（以结尾 .png 或 .svg 区分）(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;File of zeros (takes no room on the disk until it is written to)</source>
      <extracomment>new</extracomment>
      <translation>全零的文件（写入之前不占磁盘空间）(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Fill…</source>
      <extracomment>edits.fill</extracomment>
      <translation>填充(&amp;F)…</translation>
    </message>
    <message>
      <source>&amp;Find…</source>
      <extracomment>go.find</extracomment>
      <translation>查找(&amp;F)…</translation>
    </message>
    <message>
      <source>&amp;Flush to Disk</source>
      <extracomment>pages.flush</extracomment>
      <translation>刷盘(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Fold Equal Rows</source>
      <extracomment>look.fold</extracomment>
      <translation>折叠相同的行(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Font of the bytes</source>
      <extracomment>preferences</extracomment>
      <translation>字节的字体(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Forget What Was Remembered</source>
      <extracomment>memory.forget</extracomment>
      <translation>忘掉记住的信息(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Forget What Was Remembered ({size})</source>
      <extracomment>memory</extracomment>
      <translation>忘掉记住的信息 ({size})(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Forward</source>
      <extracomment>help_window</extracomment>
      <translation>前进(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <extracomment>menu</extracomment>
      <translation>转到(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go Slice</source>
      <extracomment>exchange.copy_go</extracomment>
      <translation>Go 切片(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go There</source>
      <extracomment>differences</extracomment>
      <translation>转到该处(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go to Bookmark</source>
      <extracomment>menu</extracomment>
      <translation>转到书签(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go to the Fault</source>
      <extracomment>definition</extracomment>
      <translation>转到错误处(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go to…</source>
      <extracomment>go.go_to</extracomment>
      <translation>转到(&amp;G)…</translation>
    </message>
    <message>
      <source>&amp;Ground</source>
      <extracomment>export_picture</extracomment>
      <translation>底色(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Group</source>
      <extracomment>menu</extracomment>
      <translation>分组(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;HEX, SREC or Dump…</source>
      <extracomment>exchange.import_bytes</extracomment>
      <translation>HEX、SREC 或转储(&amp;H)…</translation>
    </message>
    <message>
      <source>&amp;Height of the map</source>
      <extracomment>export_picture</extracomment>
      <translation>页图的高度(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <extracomment>help.contents</extracomment>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Import Bookmarks…</source>
      <extracomment>bookmarks.take</extracomment>
      <translation>导入书签(&amp;I)…</translation>
    </message>
    <message>
      <source>&amp;Import…</source>
      <extracomment>shortcuts</extracomment>
      <translation>导入(&amp;I)…</translation>
    </message>
    <message>
      <source>&amp;In</source>
      <extracomment>strings</extracomment>
      <translation>范围(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Insert File…</source>
      <extracomment>exchange.insert_file</extracomment>
      <translation>插入文件(&amp;I)…</translation>
    </message>
    <message>
      <source>&amp;Insert before it</source>
      <extracomment>paste_special</extracomment>
      <translation>插入在其之前(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Insert…</source>
      <extracomment>edits.insert</extracomment>
      <translation>插入(&amp;I)…</translation>
    </message>
    <message>
      <source>&amp;Inspector</source>
      <extracomment>inspecting.values</extracomment>
      <translation>检查器(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;JavaScript Array</source>
      <extracomment>exchange.copy_javascript</extracomment>
      <translation>JavaScript 数组(&amp;J)</translation>
    </message>
    <message>
      <source>&amp;Join Both Sides</source>
      <extracomment>split.join</extracomment>
      <translation>合并两侧(&amp;J)</translation>
    </message>
    <message>
      <source>&amp;Keep It</source>
      <extracomment>recovery</extracomment>
      <translation>保留(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Keyboard</source>
      <extracomment>help.keys</extracomment>
      <translation>键盘(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Language</source>
      <extracomment>preferences</extracomment>
      <translation>语言(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Later</source>
      <extracomment>recovery</extracomment>
      <translation>以后(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Layers of the Map</source>
      <extracomment>help.layers</extracomment>
      <translation>页图的图层(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Length</source>
      <extracomment>insert</extracomment>
      <translation>长度(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;List of Bookmarks</source>
      <extracomment>bookmarks.show_list</extracomment>
      <translation>书签列表(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Load File…</source>
      <extracomment>definition</extracomment>
      <translation>载入文件(&amp;L)…</translation>
    </message>
    <message>
      <source>&amp;Load into Memory</source>
      <extracomment>pages.load</extracomment>
      <translation>载入内存(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Load…</source>
      <extracomment>palettes.load</extracomment>
      <translation>载入(&amp;L)…</translation>
    </message>
    <message>
      <source>&amp;Log</source>
      <extracomment>statistics</extracomment>
      <translation>对数(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Machine</source>
      <extracomment>disassembly</extracomment>
      <translation>机器(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Map as Picture…</source>
      <extracomment>exports.picture</extracomment>
      <translation>页图存为图片(&amp;M)…</translation>
    </message>
    <message>
      <source>&amp;Memory</source>
      <extracomment>menu</extracomment>
      <translation>内存(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Memory (saved to a file only by Save As)</source>
      <extracomment>new</extracomment>
      <translation>内存（只有用“另存为”才存入文件）(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Move Block…</source>
      <extracomment>edits.move_block</extracomment>
      <translation>移动块(&amp;M)…</translation>
    </message>
    <message>
      <source>&amp;Move to Other Side</source>
      <extracomment>split.move</extracomment>
      <translation>移到另一侧(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <extracomment>compare</extracomment>
      <translation>名称(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;New…</source>
      <extracomment>files.new</extracomment>
      <translation>新建(&amp;N)…</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <extracomment>find_bar</extracomment>
      <translation>下一个(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next Bookmark</source>
      <extracomment>bookmarks.next</extracomment>
      <translation>下一个书签(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next Difference</source>
      <extracomment>compare.next</extracomment>
      <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next Page</source>
      <extracomment>go.next_page</extracomment>
      <translation>下一页(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next Touched Page</source>
      <extracomment>pages.next_touched</extracomment>
      <translation>下一个触及页(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;No Limit</source>
      <extracomment>survey.rate_0</extracomment>
      <translation>无限制(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Not…</source>
      <extracomment>operations.invert</extracomment>
      <translation>取反(&amp;N)…</translation>
    </message>
    <message>
      <source>&amp;Number</source>
      <extracomment>operation</extracomment>
      <translation>数值(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Number of bits</source>
      <extracomment>operation</extracomment>
      <translation>位数(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Number of bytes (negative: to the right)</source>
      <extracomment>operation</extracomment>
      <translation>字节数（负数：向右）(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Numbers of Statistics</source>
      <extracomment>statistics.copy</extracomment>
      <translation>统计数值(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Numbers of Statistics…</source>
      <extracomment>statistics.save_numbers</extracomment>
      <translation>统计数值(&amp;N)…</translation>
    </message>
    <message>
      <source>&amp;Of</source>
      <extracomment>checksums</extracomment>
      <translation>范围(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Offset</source>
      <extracomment>write_bytes</extracomment>
      <translation>偏移(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Offset (the bytes are inserted before it)</source>
      <extracomment>insert</extracomment>
      <translation>偏移（字节插入在它之前）(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Offset in the file</source>
      <extracomment>open_window</extracomment>
      <translation>文件中的偏移(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Offset or page</source>
      <extracomment>go_to</extracomment>
      <translation>偏移或页(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Only One Layer</source>
      <extracomment>menu</extracomment>
      <translation>只显示一层(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Only then</source>
      <extracomment>timeline</extracomment>
      <translation>仅当时(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Onto the document in front; gaps stay as they are</source>
      <extracomment>import_bytes</extracomment>
      <translation>写到当前文档上；间隙保持原样(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open Session…</source>
      <extracomment>sessions.open</extracomment>
      <translation>打开会话(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Open documents</source>
      <extracomment>compare</extracomment>
      <translation>打开的文档(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open…</source>
      <extracomment>files.open</extracomment>
      <translation>打开(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Operations</source>
      <extracomment>menu</extracomment>
      <translation>运算(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Or…</source>
      <extracomment>operations.disjoin</extracomment>
      <translation>或(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Other Panel</source>
      <extracomment>split.other</extracomment>
      <translation>另一面板(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Other Side</source>
      <extracomment>compare.other_side</extracomment>
      <translation>另一侧(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Overwrite what is there</source>
      <extracomment>paste_special</extracomment>
      <translation>覆盖现有内容(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Pages</source>
      <extracomment>menu</extracomment>
      <translation>页(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Part</source>
      <extracomment>export_picture</extracomment>
      <translation>部分(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <extracomment>edits.paste</extracomment>
      <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Patch…</source>
      <extracomment>exchange.export_patch</extracomment>
      <translation>补丁(&amp;P)…</translation>
    </message>
    <message>
      <source>&amp;Pattern</source>
      <extracomment>insert</extracomment>
      <translation>模式(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Pause Survey</source>
      <extracomment>look.pause</extracomment>
      <translation>暂停扫描(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Plain Hex (xxd -p)</source>
      <extracomment>exchange.copy_plain</extracomment>
      <translation>纯十六进制 (xxd -p)(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Previous Bookmark</source>
      <extracomment>bookmarks.previous</extracomment>
      <translation>上一个书签(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Previous Difference</source>
      <extracomment>compare.previous</extracomment>
      <translation>上一处差异(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Previous Page</source>
      <extracomment>go.previous_page</extracomment>
      <translation>上一页(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Previous Touched Page</source>
      <extracomment>pages.previous_touched</extracomment>
      <translation>上一个触及页(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Processes That Use This File…</source>
      <extracomment>watching.processes</extracomment>
      <translation>使用此文件的进程(&amp;P)…</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <extracomment>files.quit</extracomment>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Read the clipboard as</source>
      <extracomment>paste_special</extracomment>
      <translation>把剪贴板读作(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Recover</source>
      <extracomment>recovery</extracomment>
      <translation>恢复(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <extracomment>edits.redo</extracomment>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Redo {step}</source>
      <extracomment>showing</extracomment>
      <translation>重做 {step}(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Refresh</source>
      <extracomment>processes</extracomment>
      <translation>刷新(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Reload</source>
      <extracomment>files.reload</extracomment>
      <translation>重新载入(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remember What Was Read</source>
      <extracomment>memory.remember</extracomment>
      <translation>记住读到的信息(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remember what was read</source>
      <extracomment>preferences</extracomment>
      <translation>记住读到的信息(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove</source>
      <extracomment>bookmark_table</extracomment>
      <translation>删除(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove Bookmark Here</source>
      <extracomment>bookmarks.remove</extracomment>
      <translation>删除此处书签(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Replace</source>
      <extracomment>find_bar</extracomment>
      <translation>替换(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Replace…</source>
      <extracomment>search.replace</extracomment>
      <translation>替换(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Reset</source>
      <extracomment>shortcuts</extracomment>
      <translation>重置(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Rotate Bits…</source>
      <extracomment>operations.rotate</extracomment>
      <translation>循环移位(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Rust Array</source>
      <extracomment>exchange.copy_rust</extracomment>
      <translation>Rust 数组(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <extracomment>files.save</extracomment>
      <translation>保存(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Save All</source>
      <extracomment>unsaved</extracomment>
      <translation>全部保存(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Save Session As…</source>
      <extracomment>sessions.save_as</extracomment>
      <translation>会话另存为(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Scale</source>
      <extracomment>export_picture</extracomment>
      <translation>比例(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Scan</source>
      <extracomment>types</extracomment>
      <translation>扫描(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Shift Bits…</source>
      <extracomment>operations.shift</extracomment>
      <translation>移位(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Show</source>
      <extracomment>recovery</extracomment>
      <translation>显示(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Show on Map</source>
      <extracomment>processes</extracomment>
      <translation>在页图上显示(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Size</source>
      <extracomment>new</extracomment>
      <translation>大小(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Size of the bytes</source>
      <extracomment>preferences</extracomment>
      <translation>字节的大小(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Snapshots, the newest first</source>
      <extracomment>compare</extracomment>
      <translation>快照，最新的在前(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Start</source>
      <extracomment>range_edit</extracomment>
      <translation>开始(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Stop</source>
      <extracomment>found</extracomment>
      <translation>停止(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Structures</source>
      <extracomment>inspecting.structures</extracomment>
      <translation>结构(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Take the Key Away There</source>
      <extracomment>shortcuts</extracomment>
      <translation>从那里取走按键(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Take the Tour</source>
      <extracomment>start_page</extracomment>
      <translation>开始导览(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Text Encoding</source>
      <extracomment>menu</extracomment>
      <translation>文本编码(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <extracomment>menu</extracomment>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Tour</source>
      <extracomment>help.tour</extracomment>
      <translation>导览(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <extracomment>edits.undo</extracomment>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Undo {step}</source>
      <extracomment>showing</extracomment>
      <translation>撤销 {step}(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Unit</source>
      <extracomment>operation</extracomment>
      <translation>单元(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Usual Layers</source>
      <extracomment>layers.usual</extracomment>
      <translation>常用图层(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <extracomment>menu</extracomment>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Watch</source>
      <extracomment>menu</extracomment>
      <translation>监视(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;What Is This</source>
      <extracomment>understand.types</extracomment>
      <translation>这是什么(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Whole File</source>
      <extracomment>look.zoom_fit</extracomment>
      <translation>整个文件(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Width in pixels</source>
      <extracomment>export_picture</extracomment>
      <translation>宽度（像素）(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Words</source>
      <extracomment>find_fields</extracomment>
      <translation>全字(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Write Bytes…</source>
      <extracomment>edits.write</extracomment>
      <translation>写入字节(&amp;W)…</translation>
    </message>
    <message>
      <source>&amp;Write bytes as</source>
      <extracomment>preferences</extracomment>
      <translation>字节写作(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Xor…</source>
      <extracomment>operations.xor</extracomment>
      <translation>异或(&amp;X)…</translation>
    </message>
    <message>
      <source>&amp;as</source>
      <extracomment>strings</extracomment>
      <translation>编码(&amp;A)</translation>
    </message>
    <message>
      <source>(language)</source>
      <extracomment>the name of the language of this file, as in its name</extracomment>
      <translation>zh</translation>
    </message>
    <message>
      <source>(nameless)</source>
      <extracomment>structure_tree</extracomment>
      <translation>（无名）</translation>
    </message>
    <message>
      <source>(no bytes here)</source>
      <extracomment>field_values</extracomment>
      <translation>（此处没有字节）</translation>
    </message>
    <message>
      <source>+, -, 0</source>
      <extracomment>keys</extracomment>
      <translation>+、-、0</translation>
    </message>
    <message>
      <source>, </source>
      <extracomment>between phrases</extracomment>
      <translation>，</translation>
    </message>
    <message>
      <source>.</source>
      <extracomment>between phrases</extracomment>
      <translation>。</translation>
    </message>
    <message>
      <source>/proc/PID/maps and PAGEMAP_SCAN.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>/proc/PID/maps 和 PAGEMAP_SCAN。</translation>
    </message>
    <message>
      <source>0 of %1 read</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>%1 中的 0 已读</translation>
    </message>
    <message>
      <source>00 bytes</source>
      <extracomment>page_info</extracomment>
      <translation>00 字节</translation>
    </message>
    <message>
      <source>1 Byte</source>
      <extracomment>look.group_1</extracomment>
      <translation>1 个字节</translation>
    </message>
    <message>
      <source>1 bit</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>1 位</translation>
    </message>
    <message>
      <source>1 byte</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>1 字节</translation>
    </message>
    <message>
      <source>1 day</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>1 天</translation>
    </message>
    <message>
      <source>1 h</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>1 小时</translation>
    </message>
    <message>
      <source>1 hit</source>
      <extracomment>core/document/replacing</extracomment>
      <translation>1 个命中</translation>
    </message>
    <message>
      <source>1 min</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>1 分钟</translation>
    </message>
    <message>
      <source>1 s</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>1 秒</translation>
    </message>
    <message>
      <source>1,000 MB/s</source>
      <extracomment>preferences</extracomment>
      <translation>1,000 MB/s</translation>
    </message>
    <message>
      <source>127.5 where all values are equally frequent</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>所有值同样频繁时为 127.5</translation>
    </message>
    <message>
      <source>16 Bytes a Row</source>
      <extracomment>look.columns_16</extracomment>
      <translation>每行 16 个字节</translation>
    </message>
    <message>
      <source>2 Bytes</source>
      <extracomment>look.group_2</extracomment>
      <translation>2 个字节</translation>
    </message>
    <message>
      <source>200 MB/s</source>
      <extracomment>preferences</extracomment>
      <translation>200 MB/s</translation>
    </message>
    <message>
      <source>24 Bytes a Row</source>
      <extracomment>look.columns_24</extracomment>
      <translation>每行 24 个字节</translation>
    </message>
    <message>
      <source>255 are to be expected of random bytes</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>随机字节预期为 255</translation>
    </message>
    <message>
      <source>30 days</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>30 天</translation>
    </message>
    <message>
      <source>32 Bytes a Row</source>
      <extracomment>look.columns_32</extracomment>
      <translation>每行 32 个字节</translation>
    </message>
    <message>
      <source>4 Bytes</source>
      <extracomment>look.group_4</extracomment>
      <translation>4 个字节</translation>
    </message>
    <message>
      <source>48 Bytes a Row</source>
      <extracomment>look.columns_48</extracomment>
      <translation>每行 48 个字节</translation>
    </message>
    <message>
      <source>5, 6 and 5 bits</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>5、6 和 5 位</translation>
    </message>
    <message>
      <source>50 MB/s</source>
      <extracomment>preferences</extracomment>
      <translation>50 MB/s</translation>
    </message>
    <message>
      <source>64 Bytes a Row</source>
      <extracomment>look.columns_64</extracomment>
      <translation>每行 64 个字节</translation>
    </message>
    <message>
      <source>7-Zip archive</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>7-Zip 归档</translation>
    </message>
    <message>
      <source>73.9 where they are</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>所有值同样频繁时为 73.9</translation>
    </message>
    <message>
      <source>8 Bytes</source>
      <extracomment>look.group_8</extracomment>
      <translation>8 个字节</translation>
    </message>
    <message>
      <source>8 Bytes a Row</source>
      <extracomment>look.columns_8</extracomment>
      <translation>每行 8 个字节</translation>
    </message>
    <message>
      <source>8 is the most</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>最大为 8</translation>
    </message>
    <message>
      <source>: </source>
      <extracomment>between phrases</extracomment>
      <translation>：</translation>
    </message>
    <message>
      <source>; </source>
      <extracomment>between phrases</extracomment>
      <translation>；</translation>
    </message>
    <message>
      <source>&lt; 0.0001</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>&lt; 0.0001</translation>
    </message>
    <message>
      <source>&lt; 0.0001, as by chance</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>&lt; 0.0001，如同偶然</translation>
    </message>
    <message>
      <source>&lt; 0.0001, not even</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>&lt; 0.0001，不均匀</translation>
    </message>
    <message>
      <source>&lt; 0.0001, too even for chance</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>&lt; 0.0001，对偶然来说太均匀</translation>
    </message>
    <message>
      <source>A &amp;row for</source>
      <extracomment>export_facts</extracomment>
      <translation>每行对应(&amp;R)</translation>
    </message>
    <message>
      <source>A BPS patch needs checksums of all of %1; up to %2 is done, use an edit script for more.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>BPS 补丁需要全部 %1 的校验和；最多可做 %2，更大的请使用编辑脚本。</translation>
    </message>
    <message>
      <source>A Save Was Cut Off</source>
      <extracomment>cut_off</extracomment>
      <translation>一次保存被中断</translation>
    </message>
    <message>
      <source>A backslash begins \x41, \u20AC, \n, \r, \t, \0 or \\.</source>
      <extracomment>core/structs/values</extracomment>
      <translation>反斜杠用于 \x41、\u20AC、\n、\r、\t、\0 或 \\。</translation>
    </message>
    <message>
      <source>A block of the file system.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>文件系统的一块。</translation>
    </message>
    <message>
      <source>A byte has two hex digits: one is missing here; write 0A for A.</source>
      <extracomment>core/search/needle</extracomment>
      <translation>一个字节有两个十六进制数字：此处缺一个；A 请写成 0A。</translation>
    </message>
    <message>
      <source>A byte is 0 to 11111111; give %1 digits.</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>字节为 0 到 11111111；请给出%1数字。</translation>
    </message>
    <message>
      <source>A byte is 0 to 377; give %1 digits.</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>字节为 0 到 377；请给出%1数字。</translation>
    </message>
    <message>
      <source>A checksum to compare</source>
      <extracomment>checksums</extracomment>
      <translation>要比较的校验和</translation>
    </message>
    <message>
      <source>A counter has a start, a step and a width; write counter:0,1,4le.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>计数器有起始值、步长和宽度；请写 counter:0,1,4le。</translation>
    </message>
    <message>
      <source>A document has at most %1 bookmarks; this would make %2.</source>
      <extracomment>core/bookmarks/book</extracomment>
      <translation>一个文档最多有 %1 个书签；这样会有 %2 个。</translation>
    </message>
    <message>
      <source>A document has at most %1 bytes; choose a smaller size.</source>
      <extracomment>core/document/steps</extracomment>
      <translation>一个文档最多有 %1 字节；请选择较小的大小。</translation>
    </message>
    <message>
      <source>A document has at most %1 bytes; choose less, as this would make it longer.</source>
      <extracomment>core/document/drafting</extracomment>
      <translation>一个文档最多有 %1 字节；请选少一些，否则文档会更长。</translation>
    </message>
    <message>
      <source>A file cannot have fewer than 0 bytes; give a size of 0 or more.</source>
      <extracomment>core/source/file</extracomment>
      <translation>文件不能少于 0 字节；请给出 0 或更大的大小。</translation>
    </message>
    <message>
      <source>A file made for a first look</source>
      <extracomment>files.demo</extracomment>
      <translation>供初次体验的文件</translation>
    </message>
    <message>
      <source>A file takes at most {most:,} hits; search a smaller range.</source>
      <extracomment>found_list</extracomment>
      <translation>一个文件最多容纳 {most:,} 个命中；请在更小的范围内查找。</translation>
    </message>
    <message>
      <source>A file that is not open</source>
      <extracomment>export_patch</extracomment>
      <translation>未打开的文件</translation>
    </message>
    <message>
      <source>A fill repeats the bytes of “%1” itself, and %2: use Save As.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>填充重复的正是“%1”的字节，而%2：请用“另存为”。</translation>
    </message>
    <message>
      <source>A folio of the page cache, up to 2 MiB.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>页缓存的一个 folio，最多 2 MiB。</translation>
    </message>
    <message>
      <source>A folio of the page cache: one stored byte can mark up to 2 MiB.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>页缓存的一个 folio：存入一个字节最多可标记 2 MiB。</translation>
    </message>
    <message>
      <source>A font whose letters are equally wide</source>
      <extracomment>preferences</extracomment>
      <translation>字母等宽的字体</translation>
    </message>
    <message>
      <source>A group is not closed: “)” is missing</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>分组没有闭合：缺少“)”</translation>
    </message>
    <message>
      <source>A hex digit is missing here; write 0A for A.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>此处缺少一个十六进制数字；A 请写成 0A。</translation>
    </message>
    <message>
      <source>A hit reaches past the end of the document, which has %1; search again.</source>
      <extracomment>core/document/replacing</extracomment>
      <translation>有一个命中超出文档的末尾，文档有 %1；请重新搜索。</translation>
    </message>
    <message>
      <source>A later save of “%1” was cut off too; deal with that first.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”后来的一次保存也被中断了；请先处理那一次。</translation>
    </message>
    <message>
      <source>A line for each edit, to be read and changed by people; any size, fills and moves as such</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>每次编辑一行，供人阅读和更改；大小不限，填充和移动按原样记录</translation>
    </message>
    <message>
      <source>A new file takes the place of the old one, because a fill repeats the bytes of this very file.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>由新文件取代旧文件，因为填充重复的正是此文件的字节。</translation>
    </message>
    <message>
      <source>A new file takes the place of the old one, because so many bytes move inside the file that they cannot all be set aside.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>由新文件取代旧文件，因为文件内移动的字节太多，无法全部暂存。</translation>
    </message>
    <message>
      <source>A new file takes the place of the old one, because the length changes and bytes move.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>由新文件取代旧文件，因为长度改变而字节移动。</translation>
    </message>
    <message>
      <source>A number in groups of seven bits; a new one takes as many bytes as the old one</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>每组七位的数字；新的数字占与旧的同样多的字节</translation>
    </message>
    <message>
      <source>A number of %1, before byte 0x%2 of the BPS patch, is too large; get the patch again.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>%1 中的一个数（在 BPS 补丁的字节 0x%2 之前）太大；请重新获取该补丁。</translation>
    </message>
    <message>
      <source>A number, such as 1000, 0x1F, 900..1100 or 1.5 ± 0.1</source>
      <extracomment>find_fields</extracomment>
      <translation>数值，例如 1000、0x1F、900..1100 或 1.5 ± 0.1</translation>
    </message>
    <message>
      <source>A page stamp has a width only; write page:4le.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>页号标记只有宽度；请写 page:4le。</translation>
    </message>
    <message>
      <source>A palette begins with "JASC-PAL", with "GIMP Palette", or with "{" (JSON); this file does not.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色以 "JASC-PAL"、"GIMP Palette" 或 "{" (JSON) 开头；此文件不是。</translation>
    </message>
    <message>
      <source>A palette has at most %1 KiB; choose another file.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色最多有 %1 KiB；请选择另一个文件。</translation>
    </message>
    <message>
      <source>A pattern cannot take its bytes from the file that is open here, as a save changes them; copy the block instead.</source>
      <extracomment>core/document/steps</extracomment>
      <translation>模式不能从此处打开的文件取字节，因为保存会改变它们；请改为复制块。</translation>
    </message>
    <message>
      <source>A pattern has at most %1 characters; use file:PATH.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>模式最多有 %1 个字符；请使用 file:PATH。</translation>
    </message>
    <message>
      <source>A place between two bytes; type a length to make it a range.</source>
      <extracomment>bookmark_model</extracomment>
      <translation>两个字节之间的位置；输入长度使其成为范围。</translation>
    </message>
    <message>
      <source>A process dirtied the page since the watch began.</source>
      <extracomment>pages.walk_written</extracomment>
      <translation>自监视开始以来有进程弄脏了该页。</translation>
    </message>
    <message>
      <source>A process read the page since the watch began.</source>
      <extracomment>pages.walk_read</extracomment>
      <translation>自监视开始以来有进程读取了该页。</translation>
    </message>
    <message>
      <source>A program works with this journal at the moment; end what it does first.</source>
      <extracomment>core/storage/journal/orphans</extracomment>
      <translation>目前有程序正在使用此日志；请先结束它的操作。</translation>
    </message>
    <message>
      <source>A repetition stands behind another one</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>一个重复位于另一个重复之后</translation>
    </message>
    <message>
      <source>A save is under way already; wait for it or cancel it.</source>
      <extracomment>saving</extracomment>
      <translation>保存正在进行；请等待或取消它。</translation>
    </message>
    <message>
      <source>A save of this file was interrupted; complete it or roll it back first.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>此文件的保存被中断；请先完成或回滚它。</translation>
    </message>
    <message>
      <source>A save of “%1” was cut off; complete it or roll it back first.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>“%1”的一次保存被中断；请先完成或回滚它。</translation>
    </message>
    <message>
      <source>A search is under way</source>
      <extracomment>find_bar</extracomment>
      <translation>正在查找</translation>
    </message>
    <message>
      <source>A second hex panel of this document at the right</source>
      <extracomment>split.beside</extracomment>
      <translation>在右侧显示此文档的第二个十六进制面板</translation>
    </message>
    <message>
      <source>A second hex panel of this document below</source>
      <extracomment>split.below</extracomment>
      <translation>在下方显示此文档的第二个十六进制面板</translation>
    </message>
    <message>
      <source>A seed is a number from 0 to 2^64 - 1; take a smaller one.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>种子是 0 到 2^64 - 1 的数字；请用较小的数。</translation>
    </message>
    <message>
      <source>A set of bytes is not closed: “]” is missing</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>字节集合没有闭合：缺少“]”</translation>
    </message>
    <message>
      <source>A sign such as + or * is missing here between two numbers; write it.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>两个数字之间缺少 + 或 * 之类的符号；请写上。</translation>
    </message>
    <message>
      <source>A snapshot has a fingerprint of each page of a document, none of its bytes: it tells later which pages are others. Take Snapshot… in the menus Pages and Compare takes one.</source>
      <extracomment>snapshots</extracomment>
      <translation>快照保存文档每一页的指纹，不保存其字节：以后可看出哪些页已不同。用“页”和“比较”菜单中的“拍快照…”拍摄。</translation>
    </message>
    <message>
      <source>A store of this program reached the page through its own mapping (Live access).</source>
      <extracomment>pages.walk_stored</extracomment>
      <translation>本程序通过自己的映射存入了该页（直接访问）。</translation>
    </message>
    <message>
      <source>A sum with 0 changes nothing; give another number.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>与 0 相加减不会改变任何内容；请给出另一个数。</translation>
    </message>
    <message>
      <source>A unit has 1, 2, 4 or 8 bytes; choose one of these.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>单元有 1、2、4 或 8 字节；请选择其一。</translation>
    </message>
    <message>
      <source>A unit of 1 byte has nothing to swap; choose 2, 4 or 8 bytes.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>1 字节的单元没有可交换的内容；请选择 2、4 或 8 字节。</translation>
    </message>
    <message>
      <source>A window begins at 0 or later and has at least one byte; change its start or length.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>窗口从 0 或之后开始，至少有一个字节；请更改其开始或长度。</translation>
    </message>
    <message>
      <source>A window needs an offset of 0 or more and a length of 1 or more.</source>
      <extracomment>app</extracomment>
      <translation>部分打开时，偏移须为 0 或更大，长度须为 1 或更大。</translation>
    </message>
    <message>
      <source>A window of a file cannot change its length; open the whole file for that.</source>
      <extracomment>core/document/steps</extracomment>
      <translation>文件的窗口不能改变长度；请打开整个文件。</translation>
    </message>
    <message>
      <source>A&amp;dd…</source>
      <extracomment>operations.add</extracomment>
      <translation>加(&amp;D)…</translation>
    </message>
    <message>
      <source>ARM Cortex-M</source>
      <extracomment>core/code/machines</extracomment>
      <translation>ARM Cortex-M</translation>
    </message>
    <message>
      <source>ARM Thumb</source>
      <extracomment>core/code/machines</extracomment>
      <translation>ARM Thumb</translation>
    </message>
    <message>
      <source>ARM Thumb, big-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>ARM Thumb，大端</translation>
    </message>
    <message>
      <source>ARM, big-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>ARM，大端</translation>
    </message>
    <message>
      <source>ASCII</source>
      <extracomment>look.encoding_ascii</extracomment>
      <translation>ASCII</translation>
    </message>
    <message>
      <source>ASCII ends at U+007F; give one of its characters, or a name such as LF.</source>
      <extracomment>core/inspect/characters</extracomment>
      <translation>ASCII 到 U+007F 为止；请给出其中的字符，或 LF 之类的名称。</translation>
    </message>
    <message>
      <source>AVI video</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>AVI 视频</translation>
    </message>
    <message>
      <source>About %1</source>
      <extracomment>core/touched/durability</extracomment>
      <translation>约 %1</translation>
    </message>
    <message>
      <source>About Bytescope</source>
      <extracomment>about</extracomment>
      <translation>关于 Bytescope</translation>
    </message>
    <message>
      <source>Access</source>
      <extracomment>open_window</extracomment>
      <translation>访问方式</translation>
    </message>
    <message>
      <source>Action %1 of the BPS patch, at byte 0x%2 of the patch, reaches outside of the file; get the patch again.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>BPS 补丁的操作 %1（位于补丁的字节 0x%2）超出了文件；请重新获取该补丁。</translation>
    </message>
    <message>
      <source>Add %1 to %2 in %3-byte %4-endian units</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>以 %3 字节 %4 端单元把 %1 加到 %2</translation>
    </message>
    <message>
      <source>Add %1 to %2 in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 加到 %2</translation>
    </message>
    <message>
      <source>Add %1 to %2 in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 加到 %2</translation>
    </message>
    <message>
      <source>Add %1 to %2 in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 加到 %2</translation>
    </message>
    <message>
      <source>Add %1 to %2 in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 加到 %2</translation>
    </message>
    <message>
      <source>Add %1 to %2 in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 加到 %2</translation>
    </message>
    <message>
      <source>Add %1 to %2 in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 加到 %2</translation>
    </message>
    <message>
      <source>Add %1 to %2 in bytes</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>以字节为单位把 %1 加到 %2</translation>
    </message>
    <message>
      <source>Add a number</source>
      <extracomment>operation</extracomment>
      <translation>加一个数</translation>
    </message>
    <message>
      <source>Add a number to each unit of a range</source>
      <extracomment>operations.add</extracomment>
      <translation>给范围内每个单元加一个数</translation>
    </message>
    <message>
      <source>Add the bookmarks of a JSON or CSV file</source>
      <extracomment>bookmarks.take</extracomment>
      <translation>添加 JSON 或 CSV 文件中的书签</translation>
    </message>
    <message>
      <source>Address</source>
      <extracomment>disassembly</extracomment>
      <translation>地址</translation>
    </message>
    <message>
      <source>Addresses have 32 bits: %1 from 0x%2 on end behind 0xFFFFFFFF; select less, or give a smaller base address.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>地址有 32 位：从 0x%2 起的 %1 结束于 0xFFFFFFFF 之后；请少选一些，或给出较小的基址。</translation>
    </message>
    <message>
      <source>After an edit count every pair anew in a large range as well</source>
      <extracomment>statistics</extracomment>
      <translation>编辑之后在大范围内也重新统计每个字节对</translation>
    </message>
    <message>
      <source>After this save the previous content of %1 cannot be brought back by undo: it is more than is kept.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>这次保存之后，%1 的先前内容无法通过撤销恢复：超过了所保留的量。</translation>
    </message>
    <message>
      <source>Age of Change</source>
      <extracomment>look.scheme_age</extracomment>
      <translation>更改的时间</translation>
    </message>
    <message>
      <source>Aligned to</source>
      <extracomment>find_bar</extracomment>
      <translation>对齐到</translation>
    </message>
    <message>
      <source>All %1 are as they were at %2.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>全部 %1与 %2 时相同。</translation>
    </message>
    <message>
      <source>All bytes are 00, and they are stored.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>所有字节都是 00，并且已存储。</translation>
    </message>
    <message>
      <source>All bytes are FF, as in erased flash or padding.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>所有字节都是 FF，如擦除的闪存或填充。</translation>
    </message>
    <message>
      <source>All bytes that both have are the same</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>两者共有的字节全部相同</translation>
    </message>
    <message>
      <source>All colour to this state.</source>
      <extracomment>layers.alone_edited</extracomment>
      <translation>把全部颜色给这种状态。</translation>
    </message>
    <message>
      <source>All commands have their usual keys.</source>
      <extracomment>shortcuts</extracomment>
      <translation>所有命令都恢复了默认按键。</translation>
    </message>
    <message>
      <source>All documents</source>
      <extracomment>bookmarks</extracomment>
      <translation>所有文档</translation>
    </message>
    <message>
      <source>All documents are in one group; Move to Other Side puts this one beside the others.</source>
      <extracomment>split</extracomment>
      <translation>所有文档都在同一组中；“移到另一侧”会将此文档放到其他文档旁边。</translation>
    </message>
    <message>
      <source>All pai&amp;rs</source>
      <extracomment>statistics</extracomment>
      <translation>全部字节对(&amp;R)</translation>
    </message>
    <message>
      <source>All values copied.</source>
      <extracomment>checksums</extracomment>
      <translation>已复制所有值。</translation>
    </message>
    <message>
      <source>Also by Ctrl and the wheel over the bytes</source>
      <extracomment>preferences</extracomment>
      <translation>也可在字节上用 Ctrl 加滚轮</translation>
    </message>
    <message>
      <source>Alt+click</source>
      <extracomment>keys</extracomment>
      <translation>Alt+单击</translation>
    </message>
    <message>
      <source>An %1 patch reaches to %2 and this has %3; use BPS or an edit script.</source>
      <extracomment>core/exchange/ips</extracomment>
      <translation>%1 补丁只到 %2，而此文件有 %3；请使用 BPS 或编辑脚本。</translation>
    </message>
    <message>
      <source>An %1 patch reaches to %2 and this has %3; use IPS32, BPS or an edit script.</source>
      <extracomment>core/exchange/ips</extracomment>
      <translation>%1 补丁只到 %2，而此文件有 %3；请使用 IPS32、BPS 或编辑脚本。</translation>
    </message>
    <message>
      <source>An alignment is a number of bytes; write align=4.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>对齐是字节数；请写 align=4。</translation>
    </message>
    <message>
      <source>An array of structures is a table here.</source>
      <extracomment>structure_views</extracomment>
      <translation>结构数组在这里显示为表。</translation>
    </message>
    <message>
      <source>An earlier save of “%1” was cut off; complete it or roll it back first (bytescope recover), or use Save As. Nothing was written.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>“%1”较早的一次保存被中断；请先完成或回滚它 (bytescope recover)，或用“另存为”。什么也没有写入。</translation>
    </message>
    <message>
      <source>An edit fills with the bytes of a file.</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>有一个编辑用文件的字节填充。</translation>
    </message>
    <message>
      <source>An edit fills with the bytes of “%1”, which has changed since; put the old file back to recover this edit and those after it.</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>有一个编辑用“%1”的字节填充，而该文件已更改；请放回旧文件以恢复此编辑及其后的编辑。</translation>
    </message>
    <message>
      <source>An edit script has at most %1 MiB of bytes of its own, and this needs more; save a copy of the file, or use BPS.</source>
      <extracomment>core/exchange/scripting</extracomment>
      <translation>编辑脚本自身最多有 %1 MiB 字节，而这需要更多；请保存文件的副本，或使用 BPS。</translation>
    </message>
    <message>
      <source>An expression is over bytes: write “\xE9” for the byte E9.</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>表达式针对字节：字节 E9 请写“\xE9”。</translation>
    </message>
    <message>
      <source>An offset stamp has a width only; write offset:8le.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>偏移标记只有宽度；请写 offset:8le。</translation>
    </message>
    <message>
      <source>An operation on a range, with a preview</source>
      <extracomment>operations.choose</extracomment>
      <translation>对一个范围的运算，带预览</translation>
    </message>
    <message>
      <source>An&amp;y case</source>
      <extracomment>find_fields</extracomment>
      <translation>不分大小写(&amp;Y)</translation>
    </message>
    <message>
      <source>And %1 with %2</source>
      <extracomment>made of words</extracomment>
      <translation>%1 与 %2 按位与</translation>
    </message>
    <message>
      <source>And with a pattern</source>
      <extracomment>operation</extracomment>
      <translation>与模式求与</translation>
    </message>
    <message>
      <source>Android boot image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Android 启动映像</translation>
    </message>
    <message>
      <source>Android code</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Android 代码</translation>
    </message>
    <message>
      <source>Android sparse image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Android 稀疏映像</translation>
    </message>
    <message>
      <source>Another file has the same disk blocks; a write makes a copy.</source>
      <extracomment>pages.walk_shared</extracomment>
      <translation>另一个文件使用相同的磁盘块；写入会产生副本。</translation>
    </message>
    <message>
      <source>Another file stands in its place now.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>现在那里是另一个文件。</translation>
    </message>
    <message>
      <source>Another language is used from the next start.</source>
      <extracomment>preferences</extracomment>
      <translation>另一种语言在下次启动时生效。</translation>
    </message>
    <message>
      <source>Any bytes at all would be found; give at least one digit.</source>
      <extracomment>core/search/needle</extracomment>
      <translation>这会找到任何字节；请至少给出一个数字。</translation>
    </message>
    <message>
      <source>Appearance</source>
      <extracomment>preferences</extracomment>
      <translation>外观</translation>
    </message>
    <message>
      <source>Applied to {pages}, {amount}.</source>
      <extracomment>operation</extracomment>
      <translation>作用于 {pages}，{amount}。</translation>
    </message>
    <message>
      <source>Applied to {pages}, {amount}: all of it changes.</source>
      <extracomment>operation</extracomment>
      <translation>作用于 {pages}，{amount}：全部都会改变。</translation>
    </message>
    <message>
      <source>Applied to {pages}, {amount}: nothing changes.</source>
      <extracomment>operation</extracomment>
      <translation>作用于 {pages}，{amount}：没有任何改变。</translation>
    </message>
    <message>
      <source>Applied to {pages}, {amount}: {changed} of it change.</source>
      <extracomment>operation</extracomment>
      <translation>作用于 {pages}，{amount}：其中 {changed}会改变。</translation>
    </message>
    <message>
      <source>Apply</source>
      <extracomment>operation</extracomment>
      <translation>应用</translation>
    </message>
    <message>
      <source>Apply %1</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>应用 %1</translation>
    </message>
    <message>
      <source>Apply Patch</source>
      <extracomment>exchange</extracomment>
      <translation>应用补丁</translation>
    </message>
    <message>
      <source>Apply a patch</source>
      <extracomment>files</extracomment>
      <translation>应用补丁</translation>
    </message>
    <message>
      <source>Apply an IPS or BPS patch or an edit script as one step</source>
      <extracomment>exchange.apply_patch</extracomment>
      <translation>把 IPS 或 BPS 补丁或编辑脚本作为一步应用</translation>
    </message>
    <message>
      <source>Apply without Checks</source>
      <extracomment>files</extracomment>
      <translation>不检查就应用</translation>
    </message>
    <message>
      <source>Array or string of a programming language</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>编程语言的数组或字符串</translation>
    </message>
    <message>
      <source>Arrow and Parquet files are written by the package pyarrow, which is not installed: pip install 'bytescope[arrow]', or choose CSV or JSON.</source>
      <extracomment>core/storage/fact_files</extracomment>
      <translation>Arrow 和 Parquet 文件由 pyarrow 包写出，但它没有安装：pip install 'bytescope[arrow]'，或选择 CSV 或 JSON。</translation>
    </message>
    <message>
      <source>Arrows, Page Up, Page Down, Home, End</source>
      <extracomment>keys</extracomment>
      <translation>方向键、Page Up、Page Down、Home、End</translation>
    </message>
    <message>
      <source>As Many as Fit</source>
      <extracomment>look.columns_0</extracomment>
      <translation>能容纳多少就多少</translation>
    </message>
    <message>
      <source>As Te&amp;xt</source>
      <extracomment>find_bar</extracomment>
      <translation>作为文本(&amp;X)</translation>
    </message>
    <message>
      <source>As defined</source>
      <extracomment>structure_head</extracomment>
      <translation>按定义</translation>
    </message>
    <message>
      <source>As it was read</source>
      <extracomment>differences</extracomment>
      <translation>读取时的样子</translation>
    </message>
    <message>
      <source>As opened</source>
      <extracomment>history</extracomment>
      <translation>打开时</translation>
    </message>
    <message>
      <source>As the System</source>
      <extracomment>look.theme_system</extracomment>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>As the file says</source>
      <extracomment>disassembly</extracomment>
      <translation>按文件所述</translation>
    </message>
    <message>
      <source>At Ca&amp;ret</source>
      <extracomment>structure_head</extracomment>
      <translation>在光标处(&amp;R)</translation>
    </message>
    <message>
      <source>At Most 1,000 MB/s</source>
      <extracomment>survey.rate_1000</extracomment>
      <translation>最多 1,000 MB/s</translation>
    </message>
    <message>
      <source>At Most 200 MB/s</source>
      <extracomment>survey.rate_200</extracomment>
      <translation>最多 200 MB/s</translation>
    </message>
    <message>
      <source>At Most 50 MB/s</source>
      <extracomment>survey.rate_50</extracomment>
      <translation>最多 50 MB/s</translation>
    </message>
    <message>
      <source>At least one byte of the page belongs to a bookmark.</source>
      <extracomment>pages.walk_bookmarked</extracomment>
      <translation>该页至少有一个字节属于某个书签。</translation>
    </message>
    <message>
      <source>At least one byte of the page belongs to a hit of the search whose results are listed.</source>
      <extracomment>pages.walk_found</extracomment>
      <translation>该页至少有一个字节属于所列搜索结果的命中。</translation>
    </message>
    <message>
      <source>At least one byte of the page is not what was last saved, by edits made here.</source>
      <extracomment>pages.walk_edited</extracomment>
      <translation>由于此处的编辑，该页至少有一个字节与上次保存的不同。</translation>
    </message>
    <message>
      <source>At most</source>
      <extracomment>find_bar</extracomment>
      <translation>最多</translation>
    </message>
    <message>
      <source>At most %1 can be pasted; use Insert File instead.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>最多可粘贴 %1；请改用“插入文件”。</translation>
    </message>
    <message>
      <source>At most %1 of text can be pasted; save it as a file and import it.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>最多可粘贴 %1 的文本；请存为文件再导入。</translation>
    </message>
    <message>
      <source>At most {largest_paste} can be pasted; use Fill with a file instead.</source>
      <extracomment>clipboard</extracomment>
      <translation>最多可粘贴 {largest_paste}；请改用“填充”和文件。</translation>
    </message>
    <message>
      <source>At the caret</source>
      <extracomment>structure_head</extracomment>
      <translation>光标处</translation>
    </message>
    <message>
      <source>At the offset</source>
      <extracomment>structure_head</extracomment>
      <translation>在所给偏移</translation>
    </message>
    <message>
      <source>At the start</source>
      <extracomment>structure_head</extracomment>
      <translation>在开头</translation>
    </message>
    <message>
      <source>At {offset}. Double-click, F2 or Enter edits a value.</source>
      <extracomment>inspector</extracomment>
      <translation>在 {offset}。双击、F2 或 Enter 可编辑值。</translation>
    </message>
    <message>
      <source>B&amp;its</source>
      <extracomment>inspector</extracomment>
      <translation>位(&amp;I)</translation>
    </message>
    <message>
      <source>B&amp;yte order</source>
      <extracomment>structure_head</extracomment>
      <translation>字节顺序(&amp;Y)</translation>
    </message>
    <message>
      <source>BMP picture</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>BMP 图片</translation>
    </message>
    <message>
      <source>Back to No&amp;w</source>
      <extracomment>past_banner</extracomment>
      <translation>回到现在(&amp;W)</translation>
    </message>
    <message>
      <source>Bad file descriptor</source>
      <extracomment>made of words</extracomment>
      <translation>无效的文件描述符</translation>
    </message>
    <message>
      <source>Base add&amp;ress</source>
      <extracomment>disassembly</extracomment>
      <translation>基地址(&amp;R)</translation>
    </message>
    <message>
      <source>Base address</source>
      <extracomment>export_bytes</extracomment>
      <translation>基地址</translation>
    </message>
    <message>
      <source>Base address: give a number of 0 or more.</source>
      <extracomment>export_bytes</extracomment>
      <translation>基地址：请输入 0 或更大的数。</translation>
    </message>
    <message>
      <source>Because of</source>
      <extracomment>types</extracomment>
      <translation>依据</translation>
    </message>
    <message>
      <source>Before, and after</source>
      <extracomment>operation</extracomment>
      <translation>之前与之后</translation>
    </message>
    <message>
      <source>Begin Store Audit A&amp;new</source>
      <extracomment>watching.stores_anew</extracomment>
      <translation>重新开始存入审计(&amp;N)</translation>
    </message>
    <message>
      <source>Behind line %1 the last line {"end": …} is missing: the script was cut off; get it again.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行之后缺少最后一行 {"end": …}：脚本被截断；请重新获取。</translation>
    </message>
    <message>
      <source>Behind the end of a file that another program has shortened.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>在被另一程序缩短的文件的末尾之后。</translation>
    </message>
    <message>
      <source>Behind “nan:” stand the bits as 0x and up to %1 hex digits.</source>
      <extracomment>core/inspect/floats</extracomment>
      <translation>“nan:”后面是位，写成 0x 和最多 %1 个十六进制数字。</translation>
    </message>
    <message>
      <source>Being written</source>
      <extracomment>pages.walk_writing</extracomment>
      <translation>正在写入</translation>
    </message>
    <message>
      <source>Below %1 bits a byte: tables, machine code, sparse records.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>每字节低于 %1 位：表格、机器码、稀疏的记录。</translation>
    </message>
    <message>
      <source>Between bytes and text; Shift+Tab leaves the panel</source>
      <extracomment>keys</extracomment>
      <translation>在字节与文本之间；Shift+Tab 离开面板</translation>
    </message>
    <message>
      <source>Big Endian</source>
      <extracomment>look.order_big</extracomment>
      <translation>大端</translation>
    </message>
    <message>
      <source>Big endian</source>
      <extracomment>find_fields</extracomment>
      <translation>大端</translation>
    </message>
    <message>
      <source>Big-endian</source>
      <extracomment>operation</extracomment>
      <translation>大端</translation>
    </message>
    <message>
      <source>Big5</source>
      <extracomment>find_fields</extracomment>
      <translation>Big5</translation>
    </message>
    <message>
      <source>Big: as RFC 9562 writes them; little: GUID, its first three parts turned round</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>大端：按 RFC 9562 的写法；小端：GUID，前三部分反转</translation>
    </message>
    <message>
      <source>Big: red first; little: blue first</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>大端：红在前；小端：蓝在前</translation>
    </message>
    <message>
      <source>Big: red, green, blue, alpha; little: blue, green, red, alpha</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>大端：红、绿、蓝、透明度；小端：透明度、蓝、绿、红</translation>
    </message>
    <message>
      <source>Binary</source>
      <extracomment>look.base_bin</extracomment>
      <translation>二进制</translation>
    </message>
    <message>
      <source>Bits</source>
      <extracomment>bits_edit</extracomment>
      <translation>位</translation>
    </message>
    <message>
      <source>Bits can be shifted by 0 to 128 places; use such a number.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>位可移动 0 到 128 位；请使用这样的数字。</translation>
    </message>
    <message>
      <source>Blue</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>蓝</translation>
    </message>
    <message>
      <source>Bookmark &amp;1</source>
      <extracomment>bookmarks.go_1</extracomment>
      <translation>书签 1(&amp;1)</translation>
    </message>
    <message>
      <source>Bookmark &amp;2</source>
      <extracomment>bookmarks.go_2</extracomment>
      <translation>书签 2(&amp;2)</translation>
    </message>
    <message>
      <source>Bookmark &amp;3</source>
      <extracomment>bookmarks.go_3</extracomment>
      <translation>书签 3(&amp;3)</translation>
    </message>
    <message>
      <source>Bookmark &amp;4</source>
      <extracomment>bookmarks.go_4</extracomment>
      <translation>书签 4(&amp;4)</translation>
    </message>
    <message>
      <source>Bookmark &amp;5</source>
      <extracomment>bookmarks.go_5</extracomment>
      <translation>书签 5(&amp;5)</translation>
    </message>
    <message>
      <source>Bookmark &amp;6</source>
      <extracomment>bookmarks.go_6</extracomment>
      <translation>书签 6(&amp;6)</translation>
    </message>
    <message>
      <source>Bookmark &amp;7</source>
      <extracomment>bookmarks.go_7</extracomment>
      <translation>书签 7(&amp;7)</translation>
    </message>
    <message>
      <source>Bookmark &amp;8</source>
      <extracomment>bookmarks.go_8</extracomment>
      <translation>书签 8(&amp;8)</translation>
    </message>
    <message>
      <source>Bookmark &amp;9</source>
      <extracomment>bookmarks.go_9</extracomment>
      <translation>书签 9(&amp;9)</translation>
    </message>
    <message>
      <source>Bookmark {number}</source>
      <extracomment>bookmarks</extracomment>
      <translation>书签 {number}</translation>
    </message>
    <message>
      <source>Bookmarked</source>
      <extracomment>pages.walk_bookmarked</extracomment>
      <translation>有书签</translation>
    </message>
    <message>
      <source>Bookmarks</source>
      <extracomment>dock</extracomment>
      <translation>书签</translation>
    </message>
    <message>
      <source>Bookmarks (*.json *.csv);;All files (*)</source>
      <extracomment>bookmarks</extracomment>
      <translation>书签 (*.json *.csv);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Bookmarks are not being kept: {error}</source>
      <extracomment>bookmark_memory</extracomment>
      <translation>书签没有保留下来：{error}</translation>
    </message>
    <message>
      <source>Both are the same file (%1), so nothing can differ.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>两者是同一文件（%1），因此不会有差异。</translation>
    </message>
    <message>
      <source>Both hex panels show the same bytes and caret; else each has its own</source>
      <extracomment>split.linked</extracomment>
      <translation>两个十六进制面板显示相同的字节和光标；否则各自独立</translation>
    </message>
    <message>
      <source>Bring Back</source>
      <extracomment>bookmarks</extracomment>
      <translation>取回</translation>
    </message>
    <message>
      <source>Bring the file to what was to be saved</source>
      <extracomment>recovery</extracomment>
      <translation>使文件成为原本要保存的样子</translation>
    </message>
    <message>
      <source>Btrfs file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Btrfs 文件系统</translation>
    </message>
    <message>
      <source>But {names} was changed by another program meanwhile, so what was saved of it may not be what it was: look at it once more.</source>
      <extracomment>saving</extracomment>
      <translation>但 {names} 在此期间被其他程序更改，因此从中保存的内容可能已不是原来的：请再检查一次。</translation>
    </message>
    <message>
      <source>By Reload, or by keeping one of the two versions.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>由重新载入，或保留两个版本之一清除。</translation>
    </message>
    <message>
      <source>By a flush, or when the system writes it back.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>由刷盘，或系统写回时清除。</translation>
    </message>
    <message>
      <source>By another search, by clearing the results, or when an edit touches the hit.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>由另一次搜索、清除结果，或编辑触及命中时清除。</translation>
    </message>
    <message>
      <source>By cell, row, screen, to the ends; with Shift selects</source>
      <extracomment>keys</extracomment>
      <translation>按格、行、屏或到两端；加 Shift 选择</translation>
    </message>
    <message>
      <source>By ending the comparison.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>结束比较时。</translation>
    </message>
    <message>
      <source>By removing the bookmark.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>删除书签时。</translation>
    </message>
    <message>
      <source>By starting the watch anew.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>重新开始监视时。</translation>
    </message>
    <message>
      <source>By undo, by a save, or by Revert.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>由撤销、保存或还原清除。</translation>
    </message>
    <message>
      <source>By whom</source>
      <extracomment>touched_model</extracomment>
      <translation>由谁</translation>
    </message>
    <message>
      <source>Byte</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>字节</translation>
    </message>
    <message>
      <source>Byte &amp;order</source>
      <extracomment>operation</extracomment>
      <translation>字节顺序(&amp;O)</translation>
    </message>
    <message>
      <source>Byte &amp;order of groups</source>
      <extracomment>preferences</extracomment>
      <translation>组的字节顺序(&amp;O)</translation>
    </message>
    <message>
      <source>Byte order</source>
      <extracomment>pattern_pages</extracomment>
      <translation>字节顺序</translation>
    </message>
    <message>
      <source>Byte order of a unit</source>
      <extracomment>operation</extracomment>
      <translation>单元的字节顺序</translation>
    </message>
    <message>
      <source>Byte order of groups</source>
      <extracomment>look.order_big</extracomment>
      <translation>组的字节顺序</translation>
    </message>
    <message>
      <source>Byte order of the first column</source>
      <extracomment>inspector</extracomment>
      <translation>第一列的字节顺序</translation>
    </message>
    <message>
      <source>Byte order of the number</source>
      <extracomment>find_fields</extracomment>
      <translation>数值的字节顺序</translation>
    </message>
    <message>
      <source>Byte order of the structure</source>
      <extracomment>structure_head</extracomment>
      <translation>结构的字节顺序</translation>
    </message>
    <message>
      <source>Byte&amp;s as od -tx1</source>
      <extracomment>exchange.copy_od1</extracomment>
      <translation>od -tx1 的字节(&amp;S)</translation>
    </message>
    <message>
      <source>Bytes</source>
      <extracomment>disassembly</extracomment>
      <translation>字节</translation>
    </message>
    <message>
      <source>Bytes as machine code, from the caret on</source>
      <extracomment>understand.disassembly</extracomment>
      <translation>从光标起把字节看作机器码</translation>
    </message>
    <message>
      <source>Bytes as od -tx1</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>od -tx1 的字节</translation>
    </message>
    <message>
      <source>Bytes at offset %1 cannot be read, so nothing was changed; choose another range.</source>
      <extracomment>core/document/transforming</extracomment>
      <translation>偏移 %1 处的字节无法读取，因此什么也没有更改；请选择另一个范围。</translation>
    </message>
    <message>
      <source>Bytes from 0x%1 on could not be read, so there is no checksum; choose a range without them.</source>
      <extracomment>core/checksums/working</extracomment>
      <translation>从 0x%1 起的字节无法读取，因此没有校验和；请选择不含它们的范围。</translation>
    </message>
    <message>
      <source>Bytes from 0x{start:X} on could not be read, so nothing was saved; choose a range without them.</source>
      <extracomment>kinds</extracomment>
      <translation>从 0x{start:X} 起的字节无法读取，因此什么都没有保存；请选择不含它们的范围。</translation>
    </message>
    <message>
      <source>Bytes in %1..%2 cannot be read, so they could not be brought back; nothing was changed: choose another range.</source>
      <extracomment>core/document/storing</extracomment>
      <translation>%1..%2 中的字节无法读取，因此无法恢复；什么也没有更改：请选择另一个范围。</translation>
    </message>
    <message>
      <source>Bytes in a hex row</source>
      <extracomment>look.columns_0</extracomment>
      <translation>十六进制行中的字节数</translation>
    </message>
    <message>
      <source>Bytes near 0x%1 cannot be read and nothing was changed; check the medium.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>0x%1 附近的字节无法读取，什么也没有更改；请检查介质。</translation>
    </message>
    <message>
      <source>Bytes near 0x%1 cannot be read, so no patch can be made; check the medium.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>0x%1 附近的字节无法读取，因此无法制作补丁；请检查介质。</translation>
    </message>
    <message>
      <source>Bytes near 0x%1 cannot be read, so no script can be made; check the medium.</source>
      <extracomment>core/exchange/scripting</extracomment>
      <translation>0x%1 附近的字节无法读取，因此无法制作脚本；请检查介质。</translation>
    </message>
    <message>
      <source>Bytes near 0x%1 cannot be read; export another range.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>0x%1 附近的字节无法读取；请导出另一个范围。</translation>
    </message>
    <message>
      <source>Bytes of a unit</source>
      <extracomment>operation</extracomment>
      <translation>单元的字节数</translation>
    </message>
    <message>
      <source>Bytes of both sides</source>
      <extracomment>differences</extracomment>
      <translation>双方的字节</translation>
    </message>
    <message>
      <source>Bytes of the document</source>
      <extracomment>grid_view</extracomment>
      <translation>文档的字节</translation>
    </message>
    <message>
      <source>Bytes that are written as one number</source>
      <extracomment>preferences</extracomment>
      <translation>作为一个数写出的字节</translation>
    </message>
    <message>
      <source>Bytes that differ</source>
      <extracomment>differences</extracomment>
      <translation>不同的字节</translation>
    </message>
    <message>
      <source>Bytes that stand &amp;together</source>
      <extracomment>preferences</extracomment>
      <translation>放在一起的字节(&amp;T)</translation>
    </message>
    <message>
      <source>Bytes that stand together</source>
      <extracomment>look.group_1</extracomment>
      <translation>放在一起的字节</translation>
    </message>
    <message>
      <source>Bytes: this has no length of its own; use Fill for it.</source>
      <extracomment>write_bytes</extracomment>
      <translation>字节：这没有自己的长度；请改用“填充”。</translation>
    </message>
    <message>
      <source>Bytes: {wrong}</source>
      <extracomment>write_bytes</extracomment>
      <translation>字节：{wrong}</translation>
    </message>
    <message>
      <source>Bytescope (safe mode)</source>
      <extracomment>showing</extracomment>
      <translation>Bytescope（安全模式）</translation>
    </message>
    <message>
      <source>Bytescope crashed when it ran last; where it happened is written in {place}.</source>
      <extracomment>recovering</extracomment>
      <translation>Bytescope 上次运行时崩溃了；崩溃位置写在 {place}。</translation>
    </message>
    <message>
      <source>Bytescope {version}
See and change every page of a file of any size.

MIT licence; it comes without any warranty.

Python {python}, Qt {qt}
{system} {release}, {machine}</source>
      <extracomment>about</extracomment>
      <translation>Bytescope {version}
查看和更改任意大小文件的每一页。

MIT 许可证；不附带任何担保。

Python {python}，Qt {qt}
{system} {release}，{machine}</translation>
    </message>
    <message>
      <source>C (*.h *.c *.txt);;All files (*)</source>
      <extracomment>definition</extracomment>
      <translation>C (*.h *.c *.txt);;所有文件 (*)</translation>
    </message>
    <message>
      <source>C Array</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>C 数组</translation>
    </message>
    <message>
      <source>C# Array</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>C# 数组</translation>
    </message>
    <message>
      <source>C&amp;# Array</source>
      <extracomment>exchange.copy_csharp</extracomment>
      <translation>C# 数组(&amp;#)</translation>
    </message>
    <message>
      <source>C&amp;heck or Uncheck</source>
      <extracomment>checksums</extracomment>
      <translation>勾选或取消勾选(&amp;H)</translation>
    </message>
    <message>
      <source>C&amp;lear</source>
      <extracomment>structure_head</extracomment>
      <translation>清除(&amp;L)</translation>
    </message>
    <message>
      <source>C&amp;ompare</source>
      <extracomment>menu</extracomment>
      <translation>比较(&amp;O)</translation>
    </message>
    <message>
      <source>CRC, MD5, SHA, BLAKE and XXH3, and one to compare with</source>
      <extracomment>understand.checksums</extracomment>
      <translation>CRC、MD5、SHA、BLAKE 和 XXH3，以及用于比对的值</translation>
    </message>
    <message>
      <source>CTRL</source>
      <extracomment>core/statistics/numbers</extracomment>
      <translation>控制</translation>
    </message>
    <message>
      <source>Cancel</source>
      <extracomment>asking</extracomment>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancel the work under way</source>
      <extracomment>status</extracomment>
      <translation>取消进行中的工作</translation>
    </message>
    <message>
      <source>Cannot allocate memory</source>
      <extracomment>made of words</extracomment>
      <translation>无法分配内存</translation>
    </message>
    <message>
      <source>Capitals or not: find both</source>
      <extracomment>find_fields</extracomment>
      <translation>大写或小写都查找</translation>
    </message>
    <message>
      <source>Changed outside</source>
      <extracomment>pages.walk_outside</extracomment>
      <translation>外部更改</translation>
    </message>
    <message>
      <source>Changing Much at Once</source>
      <extracomment>tour</extracomment>
      <translation>一次改动很多</translation>
    </message>
    <message>
      <source>Character %1</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>第 %1 个字符</translation>
    </message>
    <message>
      <source>Character {place}: {problem}</source>
      <extracomment>find_bar</extracomment>
      <translation>第 {place} 个字符：{problem}</translation>
    </message>
    <message>
      <source>Characters</source>
      <extracomment>core/inspect/characters</extracomment>
      <translation>字符</translation>
    </message>
    <message>
      <source>Check &amp;None</source>
      <extracomment>checksums</extracomment>
      <translation>全不勾选(&amp;N)</translation>
    </message>
    <message>
      <source>Check A&amp;ll</source>
      <extracomment>checksums</extracomment>
      <translation>全部勾选(&amp;L)</translation>
    </message>
    <message>
      <source>Check a state at the left to list its pages.</source>
      <extracomment>touched</extracomment>
      <translation>请在左侧勾选状态，以列出其页。</translation>
    </message>
    <message>
      <source>Check at least one checksum in the list.</source>
      <extracomment>checksums</extracomment>
      <translation>请在列表中至少勾选一种校验和。</translation>
    </message>
    <message>
      <source>Checksum</source>
      <extracomment>checksums</extracomment>
      <translation>校验和</translation>
    </message>
    <message>
      <source>Checksums</source>
      <extracomment>dock</extracomment>
      <translation>校验和</translation>
    </message>
    <message>
      <source>Checksums of the file before and after; for files up to 64 GiB</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>含文件前后的校验和；用于最大 64 GiB 的文件</translation>
    </message>
    <message>
      <source>Chi-square</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>卡方</translation>
    </message>
    <message>
      <source>Chinese, Arabic and all others; in data that is no text they seem many</source>
      <extracomment>strings</extracomment>
      <translation>中文、阿拉伯文和所有其他文字；在不是文本的数据中会显得很多</translation>
    </message>
    <message>
      <source>Choose a file.</source>
      <extracomment>open_window</extracomment>
      <translation>请选择文件。</translation>
    </message>
    <message>
      <source>Choose a structure, or define one with Edit….</source>
      <extracomment>structures</extracomment>
      <translation>请选择一个结构，或用“编辑…”定义一个。</translation>
    </message>
    <message>
      <source>Choose a structure…</source>
      <extracomment>structure_choice</extracomment>
      <translation>选择结构…</translation>
    </message>
    <message>
      <source>Choose at least one encoding above.</source>
      <extracomment>strings</extracomment>
      <translation>请在上面至少选择一种编码。</translation>
    </message>
    <message>
      <source>Choose how the clipboard is read, see what it gives, and paste it over or between the bytes</source>
      <extracomment>exchange.paste_special</extracomment>
      <translation>选择剪贴板的读法，查看结果，再覆盖或插入粘贴</translation>
    </message>
    <message>
      <source>Choose the File</source>
      <extracomment>path_field</extracomment>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Choose the file whose bytes are taken.</source>
      <extracomment>pattern_form</extracomment>
      <translation>请选择提供字节的文件。</translation>
    </message>
    <message>
      <source>Choose the map's layout</source>
      <extracomment>menus</extracomment>
      <translation>选择页图的布局</translation>
    </message>
    <message>
      <source>Choose the map's scheme</source>
      <extracomment>menus</extracomment>
      <translation>选择页图的方案</translation>
    </message>
    <message>
      <source>Choose the other file.</source>
      <extracomment>export_patch</extracomment>
      <translation>请选择另一文件。</translation>
    </message>
    <message>
      <source>Choose the state layers</source>
      <extracomment>layer_legend</extracomment>
      <translation>选择状态图层</translation>
    </message>
    <message>
      <source>Choose where the new file goes.</source>
      <extracomment>new</extracomment>
      <translation>请选择新文件的位置。</translation>
    </message>
    <message>
      <source>Choose…</source>
      <extracomment>pattern_pages</extracomment>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Clear the List of &amp;Recent Files</source>
      <extracomment>preferences</extracomment>
      <translation>清除最近文件列表(&amp;R)</translation>
    </message>
    <message>
      <source>Cleared: {cleared}</source>
      <extracomment>layer_legend</extracomment>
      <translation>清除：{cleared}</translation>
    </message>
    <message>
      <source>Click: show or hide. Right click: all colour to this state.</source>
      <extracomment>layer_legend</extracomment>
      <translation>单击：显示或隐藏。右键单击：把全部颜色给这种状态。</translation>
    </message>
    <message>
      <source>Cloc&amp;k</source>
      <extracomment>timeline</extracomment>
      <translation>钟点(&amp;K)</translation>
    </message>
    <message>
      <source>Close</source>
      <extracomment>files</extracomment>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close (Esc)</source>
      <extracomment>find_bar</extracomment>
      <translation>关闭 (Esc)</translation>
    </message>
    <message>
      <source>Close the find bar</source>
      <extracomment>find_bar</extracomment>
      <translation>关闭查找栏</translation>
    </message>
    <message>
      <source>Close this document</source>
      <extracomment>files.close</extracomment>
      <translation>关闭此文档</translation>
    </message>
    <message>
      <source>Close this list</source>
      <extracomment>processes</extracomment>
      <translation>关闭此列表</translation>
    </message>
    <message>
      <source>Close this message</source>
      <extracomment>message_strip</extracomment>
      <translation>关闭此消息</translation>
    </message>
    <message>
      <source>Co&amp;mpute</source>
      <extracomment>checksums</extracomment>
      <translation>计算(&amp;M)</translation>
    </message>
    <message>
      <source>Co&amp;unt</source>
      <extracomment>structure_head</extracomment>
      <translation>个数(&amp;U)</translation>
    </message>
    <message>
      <source>Colour</source>
      <extracomment>bookmark_model</extracomment>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Colour the map by age of change</source>
      <extracomment>look.scheme_age</extracomment>
      <translation>按更改的时间为页图着色</translation>
    </message>
    <message>
      <source>Colour the map by content class</source>
      <extracomment>look.scheme_content</extracomment>
      <translation>按内容类别为页图着色</translation>
    </message>
    <message>
      <source>Colour the map by copies of pages</source>
      <extracomment>look.scheme_copies</extracomment>
      <translation>按页的副本为页图着色</translation>
    </message>
    <message>
      <source>Colour the map by dominant byte</source>
      <extracomment>look.scheme_dominant</extracomment>
      <translation>按最常见字节为页图着色</translation>
    </message>
    <message>
      <source>Colour the map by entropy</source>
      <extracomment>look.scheme_entropy</extracomment>
      <translation>按熵为页图着色</translation>
    </message>
    <message>
      <source>Colour the map by mean byte</source>
      <extracomment>look.scheme_mean</extracomment>
      <translation>按平均字节为页图着色</translation>
    </message>
    <message>
      <source>Colour the map by printable share</source>
      <extracomment>look.scheme_printable</extracomment>
      <translation>按可打印比例为页图着色</translation>
    </message>
    <message>
      <source>Colour the map by zero share</source>
      <extracomment>look.scheme_zeros</extracomment>
      <translation>按零的比例为页图着色</translation>
    </message>
    <message>
      <source>Colours of the map: default</source>
      <extracomment>palettes.use_default</extracomment>
      <translation>页图的颜色：默认</translation>
    </message>
    <message>
      <source>Colours of the map: from a file</source>
      <extracomment>palettes.use_own</extracomment>
      <translation>页图的颜色：来自文件</translation>
    </message>
    <message>
      <source>Colours of the map: high contrast</source>
      <extracomment>palettes.use_contrast</extracomment>
      <translation>页图的颜色：高对比度</translation>
    </message>
    <message>
      <source>Colours of the map: softer</source>
      <extracomment>palettes.use_soft</extracomment>
      <translation>页图的颜色：柔和</translation>
    </message>
    <message>
      <source>Colours of the window</source>
      <extracomment>look.theme_system</extracomment>
      <translation>窗口的颜色</translation>
    </message>
    <message>
      <source>Columns of the hex panel</source>
      <extracomment>panel</extracomment>
      <translation>十六进制面板的列</translation>
    </message>
    <message>
      <source>Combine the bytes of a range with a pattern: bits that both have</source>
      <extracomment>operations.conjoin</extracomment>
      <translation>把范围的字节与模式组合：两者都有的位</translation>
    </message>
    <message>
      <source>Combine the bytes of a range with a pattern: bits that differ</source>
      <extracomment>operations.xor</extracomment>
      <translation>把范围的字节与模式组合：不同的位</translation>
    </message>
    <message>
      <source>Combine the bytes of a range with a pattern: bits that either has</source>
      <extracomment>operations.disjoin</extracomment>
      <translation>把范围的字节与模式组合：任一方有的位</translation>
    </message>
    <message>
      <source>Comm&amp;and Palette</source>
      <extracomment>settings.commands</extracomment>
      <translation>命令面板(&amp;A)</translation>
    </message>
    <message>
      <source>Command</source>
      <extracomment>shortcuts</extracomment>
      <translation>命令</translation>
    </message>
    <message>
      <source>Command palette</source>
      <extracomment>command_bar</extracomment>
      <translation>命令面板</translation>
    </message>
    <message>
      <source>Command, file or offset</source>
      <extracomment>command_bar</extracomment>
      <translation>命令、文件或偏移</translation>
    </message>
    <message>
      <source>Commands and their keys</source>
      <extracomment>shortcuts</extracomment>
      <translation>命令及其按键</translation>
    </message>
    <message>
      <source>Commands that fit</source>
      <extracomment>command_bar</extracomment>
      <translation>符合的命令</translation>
    </message>
    <message>
      <source>Compare</source>
      <extracomment>compare</extracomment>
      <translation>比较</translation>
    </message>
    <message>
      <source>Compare &amp;Again</source>
      <extracomment>differences</extracomment>
      <translation>重新比较(&amp;A)</translation>
    </message>
    <message>
      <source>Compare &amp;With</source>
      <extracomment>checksums</extracomment>
      <translation>比较对象(&amp;W)</translation>
    </message>
    <message>
      <source>Compare With</source>
      <extracomment>compare</extracomment>
      <translation>比较对象</translation>
    </message>
    <message>
      <source>Compare the document with its file as it was last saved</source>
      <extracomment>compare.with_saved</extracomment>
      <translation>把文档与其上次保存的文件比较</translation>
    </message>
    <message>
      <source>Compare the pages with fingerprints taken earlier</source>
      <extracomment>compare.with_snapshot</extracomment>
      <translation>把页与先前取得的指纹比较</translation>
    </message>
    <message>
      <source>Compare this document with a file</source>
      <extracomment>compare.with_file</extracomment>
      <translation>把此文档与文件比较</translation>
    </message>
    <message>
      <source>Compare with another open document</source>
      <extracomment>compare.with_tab</extracomment>
      <translation>与另一个打开的文档比较</translation>
    </message>
    <message>
      <source>Comparing</source>
      <extracomment>core/storage/journal/target</extracomment>
      <translation>正在比较</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <extracomment>differences</extracomment>
      <translation>正在比较…</translation>
    </message>
    <message>
      <source>Comparison</source>
      <extracomment>strip</extracomment>
      <translation>比较</translation>
    </message>
    <message>
      <source>Complete {name}</source>
      <extracomment>leftovers</extracomment>
      <translation>完成 {name}</translation>
    </message>
    <message>
      <source>Compute the checked checksums</source>
      <extracomment>checksums</extracomment>
      <translation>计算勾选的校验和</translation>
    </message>
    <message>
      <source>Connection timed out</source>
      <extracomment>made of words</extracomment>
      <translation>连接超时</translation>
    </message>
    <message>
      <source>Constant</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>恒定</translation>
    </message>
    <message>
      <source>Content</source>
      <extracomment>page_info</extracomment>
      <translation>内容</translation>
    </message>
    <message>
      <source>Content Class</source>
      <extracomment>look.scheme_content</extracomment>
      <translation>内容类别</translation>
    </message>
    <message>
      <source>Content class</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>内容类别</translation>
    </message>
    <message>
      <source>Content has its colours again, states have marks</source>
      <extracomment>layers.alone_none</extracomment>
      <translation>内容重新有颜色，状态用标记表示</translation>
    </message>
    <message>
      <source>Contents of the help</source>
      <extracomment>help_window</extracomment>
      <translation>帮助目录</translation>
    </message>
    <message>
      <source>Copies are looked for in files only; save this document first.</source>
      <extracomment>copies</extracomment>
      <translation>只在文件中查找副本；请先保存此文档。</translation>
    </message>
    <message>
      <source>Copies of Pages</source>
      <extracomment>look.scheme_copies</extracomment>
      <translation>页的副本</translation>
    </message>
    <message>
      <source>Copies of pages</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>页的副本</translation>
    </message>
    <message>
      <source>Copy</source>
      <extracomment>clipboard</extracomment>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy %1 over</source>
      <extracomment>core/document/document</extracomment>
      <translation>复制覆盖 %1</translation>
    </message>
    <message>
      <source>Copy &amp;All Values</source>
      <extracomment>checksums</extracomment>
      <translation>复制所有值(&amp;A)</translation>
    </message>
    <message>
      <source>Copy &amp;As</source>
      <extracomment>menu</extracomment>
      <translation>复制为(&amp;A)</translation>
    </message>
    <message>
      <source>Copy &amp;Block…</source>
      <extracomment>edits.copy_block</extracomment>
      <translation>复制块(&amp;B)…</translation>
    </message>
    <message>
      <source>Copy A&amp;s</source>
      <extracomment>menu</extracomment>
      <translation>复制为(&amp;S)</translation>
    </message>
    <message>
      <source>Copy Block</source>
      <extracomment>edits</extracomment>
      <translation>复制块</translation>
    </message>
    <message>
      <source>Copy as &amp;Hex</source>
      <extracomment>edits.copy_hex</extracomment>
      <translation>复制为十六进制(&amp;H)</translation>
    </message>
    <message>
      <source>Copy as &amp;Text</source>
      <extracomment>edits.copy_text</extracomment>
      <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
      <source>Copy as C &amp;Array</source>
      <extracomment>edits.copy_c</extracomment>
      <translation>复制为 C 数组(&amp;A)</translation>
    </message>
    <message>
      <source>Copy the selection and delete it</source>
      <extracomment>edits.cut</extracomment>
      <translation>复制选区并删除</translation>
    </message>
    <message>
      <source>Copy the selection as Base64</source>
      <extracomment>exchange.copy_base64</extracomment>
      <translation>把选区复制为 Base64</translation>
    </message>
    <message>
      <source>Copy the selection as a C array</source>
      <extracomment>edits.copy_c</extracomment>
      <translation>把选区复制为 C 数组</translation>
    </message>
    <message>
      <source>Copy the selection as a C# array</source>
      <extracomment>exchange.copy_csharp</extracomment>
      <translation>把选区复制为 C# 数组</translation>
    </message>
    <message>
      <source>Copy the selection as a Go slice</source>
      <extracomment>exchange.copy_go</extracomment>
      <translation>把选区复制为 Go 切片</translation>
    </message>
    <message>
      <source>Copy the selection as a Java array</source>
      <extracomment>exchange.copy_java</extracomment>
      <translation>把选区复制为 Java 数组</translation>
    </message>
    <message>
      <source>Copy the selection as a JavaScript array</source>
      <extracomment>exchange.copy_javascript</extracomment>
      <translation>把选区复制为 JavaScript 数组</translation>
    </message>
    <message>
      <source>Copy the selection as a Python bytes literal</source>
      <extracomment>exchange.copy_python</extracomment>
      <translation>把选区复制为 Python 字节字面量</translation>
    </message>
    <message>
      <source>Copy the selection as a Rust array</source>
      <extracomment>exchange.copy_rust</extracomment>
      <translation>把选区复制为 Rust 数组</translation>
    </message>
    <message>
      <source>Copy the selection as a dump as bytescope dump prints it</source>
      <extracomment>exchange.copy_dump</extracomment>
      <translation>把选区复制为 bytescope dump 输出的转储</translation>
    </message>
    <message>
      <source>Copy the selection as a string of \x escapes</source>
      <extracomment>exchange.copy_escaped</extracomment>
      <translation>把选区复制为 \x 转义的字符串</translation>
    </message>
    <message>
      <source>Copy the selection as decimal numbers, as JSON has them</source>
      <extracomment>exchange.copy_json</extracomment>
      <translation>把选区复制为十进制数字，如 JSON 所用</translation>
    </message>
    <message>
      <source>Copy the selection as digits without blanks</source>
      <extracomment>exchange.copy_plain</extracomment>
      <translation>把选区复制为不带空格的数字</translation>
    </message>
    <message>
      <source>Copy the selection as hex digits</source>
      <extracomment>edits.copy_hex</extracomment>
      <translation>把选区复制为十六进制数字</translation>
    </message>
    <message>
      <source>Copy the selection as it stands in the column</source>
      <extracomment>edits.copy</extracomment>
      <translation>按所在列的形式复制选区</translation>
    </message>
    <message>
      <source>Copy the selection as text</source>
      <extracomment>edits.copy_text</extracomment>
      <translation>把选区复制为文本</translation>
    </message>
    <message>
      <source>Copy the selection as what hexdump -C prints</source>
      <extracomment>exchange.copy_hexdump</extracomment>
      <translation>把选区复制为 hexdump -C 的输出</translation>
    </message>
    <message>
      <source>Copy the selection as what od -tx1 prints</source>
      <extracomment>exchange.copy_od1</extracomment>
      <translation>把选区复制为 od -tx1 的输出</translation>
    </message>
    <message>
      <source>Copy the selection as what od -x prints</source>
      <extracomment>exchange.copy_od</extracomment>
      <translation>把选区复制为 od -x 的输出</translation>
    </message>
    <message>
      <source>Copy the selection as what xxd prints</source>
      <extracomment>exchange.copy_xxd</extracomment>
      <translation>把选区复制为 xxd 的输出</translation>
    </message>
    <message>
      <source>Copy what the dock shows as text</source>
      <extracomment>statistics.copy</extracomment>
      <translation>把面板显示的内容复制为文本</translation>
    </message>
    <message>
      <source>Count Again</source>
      <extracomment>statistics</extracomment>
      <translation>重新统计</translation>
    </message>
    <message>
      <source>Count again</source>
      <extracomment>statistics</extracomment>
      <translation>重新统计</translation>
    </message>
    <message>
      <source>Counted</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>已计数</translation>
    </message>
    <message>
      <source>Counter</source>
      <extracomment>pattern_form</extracomment>
      <translation>计数器</translation>
    </message>
    <message>
      <source>Counting, {share:.0%}</source>
      <extracomment>statistics</extracomment>
      <translation>正在统计，{share:.0%}</translation>
    </message>
    <message>
      <source>Counting…</source>
      <extracomment>statistics</extracomment>
      <translation>正在统计…</translation>
    </message>
    <message>
      <source>Cramfs image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Cramfs 映像</translation>
    </message>
    <message>
      <source>Create</source>
      <extracomment>new</extracomment>
      <translation>创建</translation>
    </message>
    <message>
      <source>Ctrl+Return</source>
      <extracomment>keys</extracomment>
      <translation>Ctrl+回车</translation>
    </message>
    <message>
      <source>Ctrl+Shift+P finds every command by a few letters, F1 opens the help, and Ctrl+, has the preferences. Have fun.</source>
      <extracomment>tour</extracomment>
      <translation>Ctrl+Shift+P 用几个字母找到任何命令，F1 打开帮助，Ctrl+, 是首选项。祝您愉快。</translation>
    </message>
    <message>
      <source>Ctrl+Up, Ctrl+Down</source>
      <extracomment>keys</extracomment>
      <translation>Ctrl+上、Ctrl+下</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <extracomment>edits.cut</extracomment>
      <translation>剪切(&amp;T)</translation>
    </message>
    <message>
      <source>Cyan</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>青</translation>
    </message>
    <message>
      <source>D&amp;efine a Structure…</source>
      <extracomment>inspecting.define</extracomment>
      <translation>定义结构(&amp;E)…</translation>
    </message>
    <message>
      <source>D&amp;ump as xxd</source>
      <extracomment>exchange.copy_xxd</extracomment>
      <translation>xxd 转储(&amp;U)</translation>
    </message>
    <message>
      <source>DOS (CP 437)</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>DOS (CP 437)</translation>
    </message>
    <message>
      <source>DOS (CP437)</source>
      <extracomment>look.encoding_cp437</extracomment>
      <translation>DOS (CP437)</translation>
    </message>
    <message>
      <source>DOS time, date</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>DOS 时间、日期</translation>
    </message>
    <message>
      <source>DOS times go from 1980 to 2107; give a year in that range.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>DOS 时间从 1980 到 2107；请给出此范围内的年份。</translation>
    </message>
    <message>
      <source>DOS times have even seconds only; give one.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>DOS 时间只有偶数秒；请给出偶数秒。</translation>
    </message>
    <message>
      <source>Dark</source>
      <extracomment>look.theme_dark</extracomment>
      <translation>深色</translation>
    </message>
    <message>
      <source>Decimal</source>
      <extracomment>look.base_dec</extracomment>
      <translation>十进制</translation>
    </message>
    <message>
      <source>Decimal Numbers (JSON)</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>十进制数字 (JSON)</translation>
    </message>
    <message>
      <source>Decode the bytes</source>
      <extracomment>disassembly</extracomment>
      <translation>解码字节</translation>
    </message>
    <message>
      <source>Default</source>
      <extracomment>palettes.use_default</extracomment>
      <translation>默认</translation>
    </message>
    <message>
      <source>Definition in C</source>
      <extracomment>definition</extracomment>
      <translation>C 语言定义</translation>
    </message>
    <message>
      <source>Definition of a Structure</source>
      <extracomment>definition</extracomment>
      <translation>结构的定义</translation>
    </message>
    <message>
      <source>Delete %1</source>
      <extracomment>core/document/document</extracomment>
      <translation>删除 %1</translation>
    </message>
    <message>
      <source>Delete removes bytes in insert mode only; press Insert for it, or fill the selection with 00.</source>
      <extracomment>typing</extracomment>
      <translation>只有在插入模式下 Delete 才移除字节；请按 Insert 进入该模式，或用 00 填充选区。</translation>
    </message>
    <message>
      <source>Delete snapshot</source>
      <extracomment>snapshot_keeper</extracomment>
      <translation>删除快照</translation>
    </message>
    <message>
      <source>Delete the snapshot; press twice</source>
      <extracomment>snapshots</extracomment>
      <translation>删除快照；按两次</translation>
    </message>
    <message>
      <source>Delete “{name}”? It cannot be brought back; press Delete again.</source>
      <extracomment>snapshots</extracomment>
      <translation>删除“{name}”？删除后无法取回；请再按一次“删除”。</translation>
    </message>
    <message>
      <source>Delete, Backspace</source>
      <extracomment>keys</extracomment>
      <translation>Delete、Backspace</translation>
    </message>
    <message>
      <source>Dense</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>密集</translation>
    </message>
    <message>
      <source>Device or resource busy</source>
      <extracomment>made of words</extracomment>
      <translation>设备或资源正忙</translation>
    </message>
    <message>
      <source>Device tree</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>设备树</translation>
    </message>
    <message>
      <source>Differences — {name}</source>
      <extracomment>differences</extracomment>
      <translation>差异 — {name}</translation>
    </message>
    <message>
      <source>Different</source>
      <extracomment>pages.walk_different</extracomment>
      <translation>不同</translation>
    </message>
    <message>
      <source>Differs from</source>
      <extracomment>find_fields</extracomment>
      <translation>不同于</translation>
    </message>
    <message>
      <source>Directory not empty</source>
      <extracomment>made of words</extracomment>
      <translation>文件夹不为空</translation>
    </message>
    <message>
      <source>Disassembly</source>
      <extracomment>dock</extracomment>
      <translation>反汇编</translation>
    </message>
    <message>
      <source>Discard {name}</source>
      <extracomment>leftovers</extracomment>
      <translation>丢弃 {name}</translation>
    </message>
    <message>
      <source>Discard {what} of “{name}”? It cannot be brought back.</source>
      <extracomment>recovery</extracomment>
      <translation>丢弃“{name}”的{what}？丢弃后无法取回。</translation>
    </message>
    <message>
      <source>Disk quota exceeded</source>
      <extracomment>made of words</extracomment>
      <translation>超出磁盘配额</translation>
    </message>
    <message>
      <source>Disk space is reserved for the page but was never written; it reads as zeros.</source>
      <extracomment>pages.walk_unwritten</extracomment>
      <translation>已为该页预留磁盘空间但从未写入；读出来全是零。</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <extracomment>outside</extracomment>
      <translation>忽略</translation>
    </message>
    <message>
      <source>Distinct values</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>不同的值</translation>
    </message>
    <message>
      <source>Do It without Undo</source>
      <extracomment>session</extracomment>
      <translation>不可撤销地执行</translation>
    </message>
    <message>
      <source>Do the step again</source>
      <extracomment>edits.redo</extracomment>
      <translation>再做一遍该步骤</translation>
    </message>
    <message>
      <source>Docks in one place</source>
      <extracomment>docks</extracomment>
      <translation>同一位置的停靠面板</translation>
    </message>
    <message>
      <source>Document</source>
      <extracomment>recovery</extracomment>
      <translation>文档</translation>
    </message>
    <message>
      <source>Documents with unsaved edits</source>
      <extracomment>unsaved</extracomment>
      <translation>含未保存编辑的文档</translation>
    </message>
    <message>
      <source>Dominant Byte</source>
      <extracomment>look.scheme_dominant</extracomment>
      <translation>最常见字节</translation>
    </message>
    <message>
      <source>Dominant byte</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>最常见字节</translation>
    </message>
    <message>
      <source>Drop a file here, or</source>
      <extracomment>start_page</extracomment>
      <translation>把文件拖到这里，或</translation>
    </message>
    <message>
      <source>Dump (xxd, hexdump, od)</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>转储 (xxd、hexdump、od)</translation>
    </message>
    <message>
      <source>Dump as he&amp;xdump -C</source>
      <extracomment>exchange.copy_hexdump</extracomment>
      <translation>hexdump -C 转储(&amp;X)</translation>
    </message>
    <message>
      <source>Dump as hexdump -C</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>hexdump -C 转储</translation>
    </message>
    <message>
      <source>Dump as in the Hex Pane&amp;l</source>
      <extracomment>exchange.copy_dump</extracomment>
      <translation>十六进制面板式转储(&amp;L)</translation>
    </message>
    <message>
      <source>Dump as in the Hex Panel</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>十六进制面板式转储</translation>
    </message>
    <message>
      <source>Dump as xxd</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>xxd 转储</translation>
    </message>
    <message>
      <source>E&amp;dit…</source>
      <extracomment>structure_head</extracomment>
      <translation>编辑(&amp;D)…</translation>
    </message>
    <message>
      <source>E&amp;xport Bookmarks…</source>
      <extracomment>bookmarks.export</extracomment>
      <translation>导出书签(&amp;X)…</translation>
    </message>
    <message>
      <source>E&amp;xport…</source>
      <extracomment>disassembly</extracomment>
      <translation>导出(&amp;X)…</translation>
    </message>
    <message>
      <source>EBCDIC (CP500)</source>
      <extracomment>look.encoding_cp500</extracomment>
      <translation>EBCDIC (CP500)</translation>
    </message>
    <message>
      <source>EBCDIC US (CP 037)</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>EBCDIC 美国 (CP 037)</translation>
    </message>
    <message>
      <source>EBCDIC international (CP 500)</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>EBCDIC 国际 (CP 500)</translation>
    </message>
    <message>
      <source>ELF file</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>ELF 文件</translation>
    </message>
    <message>
      <source>ELF, 32 bits</source>
      <extracomment>structures/elf32</extracomment>
      <translation>ELF，32 位</translation>
    </message>
    <message>
      <source>ELF, 64 bits</source>
      <extracomment>structures/elf64</extracomment>
      <translation>ELF，64 位</translation>
    </message>
    <message>
      <source>EUC-JP</source>
      <extracomment>find_fields</extracomment>
      <translation>EUC-JP</translation>
    </message>
    <message>
      <source>EUC-KR</source>
      <extracomment>find_fields</extracomment>
      <translation>EUC-KR</translation>
    </message>
    <message>
      <source>Each edit changes what the edits before it have left. Ranges are start..end, the end not included.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>每个编辑更改之前的编辑所留下的内容。范围为 开始..结束，不含结束。</translation>
    </message>
    <message>
      <source>Each word holds its own offset:</source>
      <extracomment>pattern_pages</extracomment>
      <translation>每个字含有自己的偏移：</translation>
    </message>
    <message>
      <source>Each word holds the number of its page:</source>
      <extracomment>pattern_pages</extracomment>
      <translation>每个字含有所在页的页号：</translation>
    </message>
    <message>
      <source>Earlier runs could not be looked at. {error}</source>
      <extracomment>leftovers</extracomment>
      <translation>无法查看以前的运行。{error}</translation>
    </message>
    <message>
      <source>Earlier runs of Bytescope have left these behind. Nothing happens to a file unless you ask.</source>
      <extracomment>recovery</extracomment>
      <translation>Bytescope 以前的运行留下了这些。除非您要求，否则不会改动任何文件。</translation>
    </message>
    <message>
      <source>Edit</source>
      <extracomment>preferences</extracomment>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Edit script</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>编辑脚本</translation>
    </message>
    <message>
      <source>Edit: changes reach the file when they are saved. Read: nothing can be changed. Live: each change is in the file at once</source>
      <extracomment>preferences</extracomment>
      <translation>编辑：保存时改动才写入文件。只读：什么都不能改。直接：每次改动立即进入文件</translation>
    </message>
    <message>
      <source>Edit: nothing reaches the file before Save</source>
      <extracomment>open_window</extracomment>
      <translation>编辑：保存之前不会写入文件</translation>
    </message>
    <message>
      <source>Edited</source>
      <extracomment>pages.walk_edited</extracomment>
      <translation>已编辑</translation>
    </message>
    <message>
      <source>Edits</source>
      <extracomment>edit_log</extracomment>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Edits are being logged again.</source>
      <extracomment>edit_log</extracomment>
      <translation>又开始记录编辑了。</translation>
    </message>
    <message>
      <source>Edits are not being logged: {complaint}; save soon.</source>
      <extracomment>edit_log</extracomment>
      <translation>编辑没有被记录：{complaint}；请尽快保存。</translation>
    </message>
    <message>
      <source>Edits have moved some of these pages, which stand elsewhere in the file; save first, or select pages before the first inserted or deleted byte.</source>
      <extracomment>page_acts</extracomment>
      <translation>编辑移动了其中一些页，它们在文件中位于别处；请先保存，或选择第一个插入或删除的字节之前的页。</translation>
    </message>
    <message>
      <source>Edits, the first one first ({bytes} of their own):</source>
      <extracomment>recovery</extracomment>
      <translation>编辑，最早的在前（自有 {bytes}）：</translation>
    </message>
    <message>
      <source>Elements of the array</source>
      <extracomment>structure_views</extracomment>
      <translation>数组的元素</translation>
    </message>
    <message>
      <source>Else only samples of the file, and exactly what is in view</source>
      <extracomment>preferences</extracomment>
      <translation>否则只抽样读取文件，并精确读取可见部分</translation>
    </message>
    <message>
      <source>Empty: the bytes are inserted once.</source>
      <extracomment>insert</extracomment>
      <translation>留空：字节只插入一次。</translation>
    </message>
    <message>
      <source>Empty: to the end of the file.</source>
      <extracomment>open_window</extracomment>
      <translation>留空：到文件末尾。</translation>
    </message>
    <message>
      <source>Encoding</source>
      <extracomment>paste_special</extracomment>
      <translation>编码</translation>
    </message>
    <message>
      <source>Encoding of texts of one byte a character</source>
      <extracomment>strings</extracomment>
      <translation>每字符一个字节的文本的编码</translation>
    </message>
    <message>
      <source>Encoding of the text</source>
      <extracomment>find_fields</extracomment>
      <translation>文本的编码</translation>
    </message>
    <message>
      <source>Encoding of the text column</source>
      <extracomment>look.encoding_ascii</extracomment>
      <translation>文本列的编码</translation>
    </message>
    <message>
      <source>Encodings of texts of two and four bytes a character</source>
      <extracomment>strings</extracomment>
      <translation>每字符两个或四个字节的文本的编码</translation>
    </message>
    <message>
      <source>Encodings of two and four bytes a character</source>
      <extracomment>strings</extracomment>
      <translation>每字符两个或四个字节的编码</translation>
    </message>
    <message>
      <source>End</source>
      <extracomment>compare</extracomment>
      <translation>结束</translation>
    </message>
    <message>
      <source>End Bytescope</source>
      <extracomment>files.quit</extracomment>
      <translation>结束 Bytescope</translation>
    </message>
    <message>
      <source>End: {end} is before the start {start}; type a later end.</source>
      <extracomment>range_fields</extracomment>
      <translation>结束：{end} 在开始 {start} 之前；请输入更靠后的结束位置。</translation>
    </message>
    <message>
      <source>End: {end} is past the end; {size_said}.</source>
      <extracomment>range_fields</extracomment>
      <translation>结束：{end} 超出末尾；{size_said}。</translation>
    </message>
    <message>
      <source>English</source>
      <extracomment>preferences</extracomment>
      <translation>English</translation>
    </message>
    <message>
      <source>Enter or a double click goes there</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>按 Enter 或双击转到那里</translation>
    </message>
    <message>
      <source>Entropy</source>
      <extracomment>look.scheme_entropy</extracomment>
      <translation>熵</translation>
    </message>
    <message>
      <source>Entropy by place</source>
      <extracomment>entropy_curve</extracomment>
      <translation>各处的熵</translation>
    </message>
    <message>
      <source>Entropy: {what}</source>
      <extracomment>statistics</extracomment>
      <translation>熵：{what}</translation>
    </message>
    <message>
      <source>Entry {number} of the shortcuts has something that is no key; nothing was changed.</source>
      <extracomment>shortcuts</extracomment>
      <translation>快捷键的第 {number} 项含有不是按键的内容；没有做任何更改。</translation>
    </message>
    <message>
      <source>Entry {number} of the shortcuts is no list of keys; nothing was changed.</source>
      <extracomment>shortcuts</extracomment>
      <translation>快捷键的第 {number} 项不是按键列表；没有做任何更改。</translation>
    </message>
    <message>
      <source>Error</source>
      <extracomment>message_strip</extracomment>
      <translation>错误</translation>
    </message>
    <message>
      <source>Esc closes the bar</source>
      <extracomment>keys</extracomment>
      <translation>Esc 关闭查找栏</translation>
    </message>
    <message>
      <source>Escaped String</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>转义字符串</translation>
    </message>
    <message>
      <source>Ev&amp;ict from Memory</source>
      <extracomment>pages.evict</extracomment>
      <translation>逐出内存(&amp;I)</translation>
    </message>
    <message>
      <source>Every key of the program</source>
      <extracomment>help.keys</extracomment>
      <translation>程序的全部按键</translation>
    </message>
    <message>
      <source>Every square is a page of 4096 bytes. Its colour says what kind of bytes it holds. Click a square and the bytes beside go there; the wheel zooms, dragging selects pages.</source>
      <extracomment>tour</extracomment>
      <translation>每个方格是一个 4096 字节的页，颜色表示其中是哪类字节。单击方格，旁边的字节就到那里；滚轮缩放，拖动选择页。</translation>
    </message>
    <message>
      <source>Evict pages</source>
      <extracomment>page_acts</extracomment>
      <translation>逐出页</translation>
    </message>
    <message>
      <source>Evicted lately</source>
      <extracomment>pages.walk_evicted</extracomment>
      <translation>最近被逐出</translation>
    </message>
    <message>
      <source>Exact to 4 KiB, in the windows that were armed.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>在布防的窗口内精确到 4 KiB。</translation>
    </message>
    <message>
      <source>Exact to the byte.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>精确到字节。</translation>
    </message>
    <message>
      <source>Exact to the page.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>精确到页。</translation>
    </message>
    <message>
      <source>Exact: all %1</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>精确：全部 %1</translation>
    </message>
    <message>
      <source>Exact: all %1 · %2 could not be read</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>精确：全部 %1 · %2 无法读取</translation>
    </message>
    <message>
      <source>Examples: 0x1F00, 4Ki, p12 or page 12, +512, -16 (from the cursor), &lt;4096 (from the end), end.</source>
      <extracomment>go_to</extracomment>
      <translation>例如：0x1F00、4Ki、p12 或 page 12、+512、-16（从光标算起）、&lt;4096（从末尾算起）、end。</translation>
    </message>
    <message>
      <source>Export</source>
      <extracomment>export_bytes</extracomment>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export Bookmarks</source>
      <extracomment>bookmarks</extracomment>
      <translation>导出书签</translation>
    </message>
    <message>
      <source>Export Bytes as Text or HEX</source>
      <extracomment>export_bytes</extracomment>
      <translation>把字节导出为文本或 HEX</translation>
    </message>
    <message>
      <source>Export Disassembly</source>
      <extracomment>disassembly</extracomment>
      <translation>导出反汇编</translation>
    </message>
    <message>
      <source>Export Facts of Pages</source>
      <extracomment>export_facts</extracomment>
      <translation>导出页的事实</translation>
    </message>
    <message>
      <source>Export Hits</source>
      <extracomment>found</extracomment>
      <translation>导出命中</translation>
    </message>
    <message>
      <source>Export Map as Picture</source>
      <extracomment>export_picture</extracomment>
      <translation>把页图导出为图片</translation>
    </message>
    <message>
      <source>Export Patch</source>
      <extracomment>export_patch</extracomment>
      <translation>导出补丁</translation>
    </message>
    <message>
      <source>Export Shortcuts</source>
      <extracomment>shortcuts</extracomment>
      <translation>导出快捷键</translation>
    </message>
    <message>
      <source>Export Snapshot</source>
      <extracomment>snapshots</extracomment>
      <translation>导出快照</translation>
    </message>
    <message>
      <source>Export Strings</source>
      <extracomment>strings</extracomment>
      <translation>导出字符串</translation>
    </message>
    <message>
      <source>Export Structure</source>
      <extracomment>structures</extracomment>
      <translation>导出结构</translation>
    </message>
    <message>
      <source>Export Touched Pages</source>
      <extracomment>touched</extracomment>
      <translation>导出触及页</translation>
    </message>
    <message>
      <source>Export disassembly</source>
      <extracomment>disassembly</extracomment>
      <translation>导出反汇编</translation>
    </message>
    <message>
      <source>Export facts</source>
      <extracomment>fact_export</extracomment>
      <translation>导出事实</translation>
    </message>
    <message>
      <source>Export snapshot</source>
      <extracomment>snapshot_keeper</extracomment>
      <translation>导出快照</translation>
    </message>
    <message>
      <source>Export statistics</source>
      <extracomment>statistics_export</extracomment>
      <translation>导出统计</translation>
    </message>
    <message>
      <source>Export strings</source>
      <extracomment>strings</extracomment>
      <translation>导出字符串</translation>
    </message>
    <message>
      <source>Export structure</source>
      <extracomment>structures</extracomment>
      <translation>导出结构</translation>
    </message>
    <message>
      <source>Export the instructions as text</source>
      <extracomment>disassembly</extracomment>
      <translation>把指令导出为文本</translation>
    </message>
    <message>
      <source>Export the list of hits</source>
      <extracomment>found</extracomment>
      <translation>导出命中列表</translation>
    </message>
    <message>
      <source>Export the list of strings</source>
      <extracomment>strings</extracomment>
      <translation>导出字符串列表</translation>
    </message>
    <message>
      <source>Export the list of touched pages</source>
      <extracomment>touched</extracomment>
      <translation>导出触及页列表</translation>
    </message>
    <message>
      <source>Export touched pages</source>
      <extracomment>touched_list</extracomment>
      <translation>导出触及页</translation>
    </message>
    <message>
      <source>Export {name}</source>
      <extracomment>leftovers</extracomment>
      <translation>导出 {name}</translation>
    </message>
    <message>
      <source>Expression</source>
      <extracomment>find_fields</extracomment>
      <translation>表达式</translation>
    </message>
    <message>
      <source>F&amp;ind</source>
      <extracomment>find_bar</extracomment>
      <translation>查找(&amp;I)</translation>
    </message>
    <message>
      <source>F&amp;orm</source>
      <extracomment>export_bytes</extracomment>
      <translation>形式(&amp;O)</translation>
    </message>
    <message>
      <source>FAT12 file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>FAT12 文件系统</translation>
    </message>
    <message>
      <source>FAT16 file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>FAT16 文件系统</translation>
    </message>
    <message>
      <source>FAT32 file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>FAT32 文件系统</translation>
    </message>
    <message>
      <source>FLAC sound</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>FLAC 声音</translation>
    </message>
    <message>
      <source>Fewer pages a cell, or larger cells</source>
      <extracomment>look.zoom_in</extracomment>
      <translation>每格更少的页，或更大的格</translation>
    </message>
    <message>
      <source>Fields</source>
      <extracomment>structures</extracomment>
      <translation>字段</translation>
    </message>
    <message>
      <source>Fields of the structure</source>
      <extracomment>structure_views</extracomment>
      <translation>结构的字段</translation>
    </message>
    <message>
      <source>File</source>
      <extracomment>bookmark_model</extracomment>
      <translation>文件</translation>
    </message>
    <message>
      <source>File bytes</source>
      <extracomment>pattern_form</extracomment>
      <translation>文件的字节</translation>
    </message>
    <message>
      <source>File exists</source>
      <extracomment>made of words</extracomment>
      <translation>文件已存在</translation>
    </message>
    <message>
      <source>File name too long</source>
      <extracomment>made of words</extracomment>
      <translation>文件名太长</translation>
    </message>
    <message>
      <source>File of zeros</source>
      <extracomment>new</extracomment>
      <translation>全零的文件</translation>
    </message>
    <message>
      <source>File too large</source>
      <extracomment>made of words</extracomment>
      <translation>文件太大</translation>
    </message>
    <message>
      <source>Files</source>
      <extracomment>preferences</extracomment>
      <translation>文件</translation>
    </message>
    <message>
      <source>Fill</source>
      <extracomment>fill</extracomment>
      <translation>填充</translation>
    </message>
    <message>
      <source>Fill %1 with %2</source>
      <extracomment>core/document/document</extracomment>
      <translation>用 %2 填充 %1</translation>
    </message>
    <message>
      <source>Fill %1 with %2, phase %3</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>用 %2 填充 %1，相位 %3</translation>
    </message>
    <message>
      <source>Fill a range with a pattern</source>
      <extracomment>edits.fill</extracomment>
      <translation>用模式填充一个范围</translation>
    </message>
    <message>
      <source>Filter</source>
      <extracomment>strings</extracomment>
      <translation>筛选</translation>
    </message>
    <message>
      <source>Filter by command or key</source>
      <extracomment>keys</extracomment>
      <translation>按命令或按键筛选</translation>
    </message>
    <message>
      <source>Filter by name or note</source>
      <extracomment>bookmarks</extracomment>
      <translation>按名称或备注筛选</translation>
    </message>
    <message>
      <source>Filter the commands</source>
      <extracomment>shortcuts</extracomment>
      <translation>筛选命令</translation>
    </message>
    <message>
      <source>Filter the table</source>
      <extracomment>keys</extracomment>
      <translation>筛选表格</translation>
    </message>
    <message>
      <source>Find &amp;All</source>
      <extracomment>find_bar</extracomment>
      <translation>查找全部(&amp;A)</translation>
    </message>
    <message>
      <source>Find &amp;Strings</source>
      <extracomment>strings</extracomment>
      <translation>查找字符串(&amp;S)</translation>
    </message>
    <message>
      <source>Find A&amp;ll…</source>
      <extracomment>search.find_all</extracomment>
      <translation>查找全部(&amp;L)…</translation>
    </message>
    <message>
      <source>Find Bar: All</source>
      <extracomment>keys</extracomment>
      <translation>查找栏：全部</translation>
    </message>
    <message>
      <source>Find Bar: Next, Previous</source>
      <extracomment>keys</extracomment>
      <translation>查找栏：下一个、上一个</translation>
    </message>
    <message>
      <source>Find Ne&amp;xt</source>
      <extracomment>go.find_next</extracomment>
      <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
      <source>Find Previo&amp;us</source>
      <extracomment>go.find_previous</extracomment>
      <translation>查找上一个(&amp;U)</translation>
    </message>
    <message>
      <source>Find all in {name}</source>
      <extracomment>found_list</extracomment>
      <translation>在 {name} 中查找全部</translation>
    </message>
    <message>
      <source>Find any command, recent file or offset by typing a few letters</source>
      <extracomment>settings.commands</extracomment>
      <translation>输入几个字母即可找到任何命令、最近文件或偏移</translation>
    </message>
    <message>
      <source>Find bytes or text</source>
      <extracomment>go.find</extracomment>
      <translation>查找字节或文本</translation>
    </message>
    <message>
      <source>Find difference in {name}</source>
      <extracomment>comparing_two</extracomment>
      <translation>在 {name} 中查找差异</translation>
    </message>
    <message>
      <source>Find in {name}</source>
      <extracomment>statistics</extracomment>
      <translation>在 {name} 中查找</translation>
    </message>
    <message>
      <source>Find the next (Enter, F3)</source>
      <extracomment>find_bar</extracomment>
      <translation>查找下一个 (Enter, F3)</translation>
    </message>
    <message>
      <source>Find the previous (Shift+Enter, Shift+F3)</source>
      <extracomment>find_bar</extracomment>
      <translation>查找上一个 (Shift+Enter, Shift+F3)</translation>
    </message>
    <message>
      <source>Find the texts</source>
      <extracomment>strings</extracomment>
      <translation>查找文本</translation>
    </message>
    <message>
      <source>Finding the Rest</source>
      <extracomment>tour</extracomment>
      <translation>找到其余功能</translation>
    </message>
    <message>
      <source>Fingerprints are of whole pages and cannot be shifted.</source>
      <extracomment>compare</extracomment>
      <translation>指纹以整页为单位，不能平移。</translation>
    </message>
    <message>
      <source>Fingerprints of the pages read, compared when the file changes.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>已读页的指纹，在文件更改时比较。</translation>
    </message>
    <message>
      <source>First &amp;Edited Page Here</source>
      <extracomment>pages.first_edited</extracomment>
      <translation>此处第一个已编辑页(&amp;E)</translation>
    </message>
    <message>
      <source>Float</source>
      <extracomment>find_fields</extracomment>
      <translation>浮点</translation>
    </message>
    <message>
      <source>Floating point</source>
      <extracomment>core/inspect/floats</extracomment>
      <translation>浮点</translation>
    </message>
    <message>
      <source>Flush and Evict</source>
      <extracomment>page_acts</extracomment>
      <translation>刷盘并逐出</translation>
    </message>
    <message>
      <source>Flush pages</source>
      <extracomment>page_acts</extracomment>
      <translation>页刷盘</translation>
    </message>
    <message>
      <source>Flush {name}</source>
      <extracomment>saving</extracomment>
      <translation>{name} 刷盘</translation>
    </message>
    <message>
      <source>Flushed: every stored byte is on the disk.</source>
      <extracomment>saving</extracomment>
      <translation>已刷盘：存入的每个字节都在磁盘上了。</translation>
    </message>
    <message>
      <source>Fo&amp;rmat</source>
      <extracomment>export_patch</extracomment>
      <translation>格式(&amp;R)</translation>
    </message>
    <message>
      <source>Fo&amp;und Hits</source>
      <extracomment>search.show_found</extracomment>
      <translation>找到的命中(&amp;U)</translation>
    </message>
    <message>
      <source>Fold e&amp;qual rows</source>
      <extracomment>preferences</extracomment>
      <translation>折叠相同的行(&amp;Q)</translation>
    </message>
    <message>
      <source>Follow the caret</source>
      <extracomment>structure_head</extracomment>
      <translation>跟随光标</translation>
    </message>
    <message>
      <source>For screen readers; Return sends the caret to the cursor</source>
      <extracomment>rows_text</extracomment>
      <translation>供屏幕阅读器使用；Return 把光标送到此处</translation>
    </message>
    <message>
      <source>For what is known of the pages of one document; the least recently seen pages go first</source>
      <extracomment>preferences</extracomment>
      <translation>用于一个文档各页的所知信息；最久未见的页先被丢弃</translation>
    </message>
    <message>
      <source>For&amp;ward</source>
      <extracomment>go.forward</extracomment>
      <translation>前进(&amp;W)</translation>
    </message>
    <message>
      <source>Forget it; the file stays as it is</source>
      <extracomment>recovery</extracomment>
      <translation>不再保留；文件保持原样</translation>
    </message>
    <message>
      <source>Forget the listed hits and their marks</source>
      <extracomment>search.clear</extracomment>
      <translation>忘掉列出的命中及其标记</translation>
    </message>
    <message>
      <source>Forget which pages were stored to so far (documents in Live access)</source>
      <extracomment>watching.stores_anew</extracomment>
      <translation>忘掉到目前为止存入过哪些页（直接访问的文档）</translation>
    </message>
    <message>
      <source>Form</source>
      <extracomment>export_bytes</extracomment>
      <translation>形式</translation>
    </message>
    <message>
      <source>Format</source>
      <extracomment>export_patch</extracomment>
      <translation>格式</translation>
    </message>
    <message>
      <source>Found</source>
      <extracomment>pages.walk_found</extracomment>
      <translation>已找到</translation>
    </message>
    <message>
      <source>Found at 0x{start:X} (from the other end).</source>
      <extracomment>finding</extracomment>
      <translation>在 0x{start:X} 找到（从另一端）。</translation>
    </message>
    <message>
      <source>Found at 0x{start:X}.</source>
      <extracomment>finding</extracomment>
      <translation>在 0x{start:X} 找到。</translation>
    </message>
    <message>
      <source>Found hits</source>
      <extracomment>found</extracomment>
      <translation>找到的命中</translation>
    </message>
    <message>
      <source>From %1 bits a byte: compressed, encrypted or random, which look alike.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>每字节 %1 位起：压缩、加密或随机数据，三者看起来一样。</translation>
    </message>
    <message>
      <source>From %1 to %2 bits a byte: numbers, media, mixed data.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>每字节 %1 到 %2 位：数字、媒体、混合数据。</translation>
    </message>
    <message>
      <source>From a File</source>
      <extracomment>palettes.use_own</extracomment>
      <translation>来自文件</translation>
    </message>
    <message>
      <source>From a File: {name}</source>
      <extracomment>palettes</extracomment>
      <translation>来自文件：{name}</translation>
    </message>
    <message>
      <source>From an&amp;other file to {name}</source>
      <extracomment>export_patch</extracomment>
      <translation>从另一文件到{name}(&amp;O)</translation>
    </message>
    <message>
      <source>From the caret on</source>
      <extracomment>disassembly</extracomment>
      <translation>从光标开始</translation>
    </message>
    <message>
      <source>From the entry on</source>
      <extracomment>disassembly</extracomment>
      <translation>从入口开始</translation>
    </message>
    <message>
      <source>From where on</source>
      <extracomment>disassembly</extracomment>
      <translation>从何处开始</translation>
    </message>
    <message>
      <source>From {name} to a&amp;nother file</source>
      <extracomment>export_patch</extracomment>
      <translation>从{name}到另一文件(&amp;N)</translation>
    </message>
    <message>
      <source>GB 18030</source>
      <extracomment>find_fields</extracomment>
      <translation>GB 18030</translation>
    </message>
    <message>
      <source>GIF picture</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>GIF 图片</translation>
    </message>
    <message>
      <source>GPT header</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>GPT 头</translation>
    </message>
    <message>
      <source>GPT, table of partitions</source>
      <extracomment>structures/gpt</extracomment>
      <translation>GPT，分区表</translation>
    </message>
    <message>
      <source>Give 1 or more, or leave it empty.</source>
      <extracomment>find_bar</extracomment>
      <translation>请输入 1 或更大的数，或留空。</translation>
    </message>
    <message>
      <source>Give 1 to %1 bytes that are to be passed over, such as 00.</source>
      <extracomment>core/search/differing</extracomment>
      <translation>请给出 1 到 %1 个要跳过的字节，例如 00。</translation>
    </message>
    <message>
      <source>Give one character; those that cannot be seen as \x0A.</source>
      <extracomment>core/structs/values</extracomment>
      <translation>请给出一个字符；看不见的请写成 \x0A。</translation>
    </message>
    <message>
      <source>Give one number to put in their place.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>请给出一个用来替换的数字。</translation>
    </message>
    <message>
      <source>Go</source>
      <extracomment>go_to</extracomment>
      <translation>转到</translation>
    </message>
    <message>
      <source>Go On</source>
      <extracomment>statistics</extracomment>
      <translation>继续</translation>
    </message>
    <message>
      <source>Go Slice</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>Go 切片</translation>
    </message>
    <message>
      <source>Go To</source>
      <extracomment>go_to</extracomment>
      <translation>转到</translation>
    </message>
    <message>
      <source>Go to He&amp;x</source>
      <extracomment>look.focus_hex</extracomment>
      <translation>转到十六进制(&amp;X)</translation>
    </message>
    <message>
      <source>Go to M&amp;ap</source>
      <extracomment>look.focus_map</extracomment>
      <translation>转到页图(&amp;A)</translation>
    </message>
    <message>
      <source>Go to Other &amp;Side</source>
      <extracomment>split.over</extracomment>
      <translation>转到另一侧(&amp;S)</translation>
    </message>
    <message>
      <source>Go to an offset or page</source>
      <extracomment>go.go_to</extracomment>
      <translation>转到某偏移或某页</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 1</source>
      <extracomment>bookmarks.go_1</extracomment>
      <translation>转到编号为 1 的书签</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 2</source>
      <extracomment>bookmarks.go_2</extracomment>
      <translation>转到编号为 2 的书签</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 3</source>
      <extracomment>bookmarks.go_3</extracomment>
      <translation>转到编号为 3 的书签</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 4</source>
      <extracomment>bookmarks.go_4</extracomment>
      <translation>转到编号为 4 的书签</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 5</source>
      <extracomment>bookmarks.go_5</extracomment>
      <translation>转到编号为 5 的书签</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 6</source>
      <extracomment>bookmarks.go_6</extracomment>
      <translation>转到编号为 6 的书签</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 7</source>
      <extracomment>bookmarks.go_7</extracomment>
      <translation>转到编号为 7 的书签</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 8</source>
      <extracomment>bookmarks.go_8</extracomment>
      <translation>转到编号为 8 的书签</translation>
    </message>
    <message>
      <source>Go to the bookmark with the number 9</source>
      <extracomment>bookmarks.go_9</extracomment>
      <translation>转到编号为 9 的书签</translation>
    </message>
    <message>
      <source>Go to {place}</source>
      <extracomment>palette_entries</extracomment>
      <translation>转到 {place}</translation>
    </message>
    <message>
      <source>Gone</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>已消失</translation>
    </message>
    <message>
      <source>Granularity: {granularity}</source>
      <extracomment>layer_legend</extracomment>
      <translation>精细度：{granularity}</translation>
    </message>
    <message>
      <source>Green</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>绿</translation>
    </message>
    <message>
      <source>Ground</source>
      <extracomment>export_picture</extracomment>
      <translation>底色</translation>
    </message>
    <message>
      <source>HFS+ / Mac</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>HFS+ / Mac</translation>
    </message>
    <message>
      <source>HIGH</source>
      <extracomment>core/statistics/numbers</extracomment>
      <translation>高位</translation>
    </message>
    <message>
      <source>Half of a pair is no character; give one, or its number as U+20AC.</source>
      <extracomment>core/inspect/characters</extracomment>
      <translation>半个代理对不是字符；请给出一个字符，或其编号如 U+20AC。</translation>
    </message>
    <message>
      <source>Have all documents in one group of tabs again</source>
      <extracomment>split.join</extracomment>
      <translation>让所有文档重新在同一个标签组中</translation>
    </message>
    <message>
      <source>Have the page cache drop the pages of the selection, else the page of the caret</source>
      <extracomment>pages.evict</extracomment>
      <translation>让页缓存丢弃选区的页，否则丢弃光标所在页</translation>
    </message>
    <message>
      <source>Have this document beside another one, in a group of tabs of its own</source>
      <extracomment>split.move</extracomment>
      <translation>让此文档在自己的标签组中与另一文档并排</translation>
    </message>
    <message>
      <source>He&amp;x</source>
      <extracomment>inspector</extracomment>
      <translation>十六进制(&amp;X)</translation>
    </message>
    <message>
      <source>Height of the map</source>
      <extracomment>export_picture</extracomment>
      <translation>页图的高度</translation>
    </message>
    <message>
      <source>Help</source>
      <extracomment>help_window</extracomment>
      <translation>帮助</translation>
    </message>
    <message>
      <source>Help for This &amp;Part</source>
      <extracomment>help.here</extracomment>
      <translation>此部分的帮助(&amp;P)</translation>
    </message>
    <message>
      <source>Hex Digits</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>十六进制数字</translation>
    </message>
    <message>
      <source>Hex Panel</source>
      <extracomment>preferences</extracomment>
      <translation>十六进制面板</translation>
    </message>
    <message>
      <source>Hex bytes</source>
      <extracomment>find_fields</extracomment>
      <translation>十六进制字节</translation>
    </message>
    <message>
      <source>Hex bytes to pass over, such as 00 or FF FF</source>
      <extracomment>find_fields</extracomment>
      <translation>要跳过的十六进制字节，例如 00 或 FF FF</translation>
    </message>
    <message>
      <source>Hex bytes to put in its place, such as 00</source>
      <extracomment>find_fields</extracomment>
      <translation>用来替换的十六进制字节，如 00</translation>
    </message>
    <message>
      <source>Hex bytes to put in its place, such as DE AD</source>
      <extracomment>find_fields</extracomment>
      <translation>用来替换的十六进制字节，如 DE AD</translation>
    </message>
    <message>
      <source>Hex bytes {preset}</source>
      <extracomment>pattern_pages</extracomment>
      <translation>十六进制字节 {preset}</translation>
    </message>
    <message>
      <source>Hex bytes, such as DE AD BE EF; ? is any digit: DE ?D ?? EF</source>
      <extracomment>find_fields</extracomment>
      <translation>十六进制字节，例如 DE AD BE EF；? 代表任意数字：DE ?D ?? EF</translation>
    </message>
    <message>
      <source>Hex digits</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>十六进制数字</translation>
    </message>
    <message>
      <source>Hex digits are missing behind “0x”; write 0xAA.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“0x”后面缺少十六进制数字；请写 0xAA。</translation>
    </message>
    <message>
      <source>Hex panel</source>
      <extracomment>panel</extracomment>
      <translation>十六进制面板</translation>
    </message>
    <message>
      <source>Hex panel of the other document</source>
      <extracomment>face</extracomment>
      <translation>另一文档的十六进制面板</translation>
    </message>
    <message>
      <source>Hex: Delete</source>
      <extracomment>keys</extracomment>
      <translation>十六进制：删除</translation>
    </message>
    <message>
      <source>Hex: Move</source>
      <extracomment>keys</extracomment>
      <translation>十六进制：移动</translation>
    </message>
    <message>
      <source>Hex: Other Column</source>
      <extracomment>keys</extracomment>
      <translation>十六进制：另一列</translation>
    </message>
    <message>
      <source>Hex: Scroll</source>
      <extracomment>keys</extracomment>
      <translation>十六进制：滚动</translation>
    </message>
    <message>
      <source>Hexadecimal</source>
      <extracomment>look.base_hex</extracomment>
      <translation>十六进制</translation>
    </message>
    <message>
      <source>High Contrast</source>
      <extracomment>palettes.use_contrast</extracomment>
      <translation>高对比度</translation>
    </message>
    <message>
      <source>Hilbert Curve</source>
      <extracomment>look.layout_hilbert</extracomment>
      <translation>希尔伯特曲线</translation>
    </message>
    <message>
      <source>Hilbert curve</source>
      <extracomment>core/text/map_words</extracomment>
      <translation>希尔伯特曲线</translation>
    </message>
    <message>
      <source>Histogram of byte values</source>
      <extracomment>histogram</extracomment>
      <translation>字节值直方图</translation>
    </message>
    <message>
      <source>Histogram, entropy, pairs and numbers of all bytes of the file</source>
      <extracomment>statistics.of_file</extracomment>
      <translation>文件全部字节的直方图、熵、字节对和数值</translation>
    </message>
    <message>
      <source>History</source>
      <extracomment>dock</extracomment>
      <translation>历史</translation>
    </message>
    <message>
      <source>Hit</source>
      <extracomment>found_model</extracomment>
      <translation>命中</translation>
    </message>
    <message>
      <source>Hit {number:,} of {count:,} (from the other end).</source>
      <extracomment>finding</extracomment>
      <translation>第 {number:,} 个命中，共 {count:,} 个（从另一端）。</translation>
    </message>
    <message>
      <source>Hit {number:,} of {count:,}.</source>
      <extracomment>finding</extracomment>
      <translation>第 {number:,} 个命中，共 {count:,} 个。</translation>
    </message>
    <message>
      <source>Hits are aligned to 1 to %1 bytes; give another number.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>命中对齐到 1 到 %1 字节；请给出另一个数字。</translation>
    </message>
    <message>
      <source>Hole</source>
      <extracomment>pages.walk_hole</extracomment>
      <translation>空洞</translation>
    </message>
    <message>
      <source>Home is the oldest touch, End is now; Return goes to its pages</source>
      <extracomment>keys</extracomment>
      <translation>Home 为最早的触及，End 为现在；Return 转到其页</translation>
    </message>
    <message>
      <source>How</source>
      <extracomment>processes</extracomment>
      <translation>方式</translation>
    </message>
    <message>
      <source>How bytes are written</source>
      <extracomment>look.base_hex</extracomment>
      <translation>字节的写法</translation>
    </message>
    <message>
      <source>How far the work is</source>
      <extracomment>work_bar</extracomment>
      <translation>工作进度</translation>
    </message>
    <message>
      <source>How fast Play is; of quiet times only the ends are played</source>
      <extracomment>timeline</extracomment>
      <translation>播放的快慢；平静的时段只播放两端</translation>
    </message>
    <message>
      <source>How fast pages are read that nobody waits for</source>
      <extracomment>survey.rate_0</extracomment>
      <translation>无人等待的页读取得多快</translation>
    </message>
    <message>
      <source>How files are opened.</source>
      <extracomment>preferences</extracomment>
      <translation>文件如何打开。</translation>
    </message>
    <message>
      <source>How many behind each other; empty for one</source>
      <extracomment>structure_head</extracomment>
      <translation>连续多少个；留空为一个</translation>
    </message>
    <message>
      <source>How many bits are shown</source>
      <extracomment>inspector</extracomment>
      <translation>显示多少位</translation>
    </message>
    <message>
      <source>How many bookmarks are listed</source>
      <extracomment>bookmarks</extracomment>
      <translation>列出了多少个书签</translation>
    </message>
    <message>
      <source>How many hits are listed at most</source>
      <extracomment>find_bar</extracomment>
      <translation>最多列出多少个命中</translation>
    </message>
    <message>
      <source>How many hits there are</source>
      <extracomment>found</extracomment>
      <translation>有多少个命中</translation>
    </message>
    <message>
      <source>How many pages are listed</source>
      <extracomment>touched</extracomment>
      <translation>列出了多少页</translation>
    </message>
    <message>
      <source>How many pages differ</source>
      <extracomment>strip</extracomment>
      <translation>有多少页不同</translation>
    </message>
    <message>
      <source>How many pages reading for the map brought into memory is not known: this system does not tell.</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>为页图读取把多少页带入了内存未知：此系统不提供。</translation>
    </message>
    <message>
      <source>How much of what was stored is on the disk</source>
      <extracomment>status</extracomment>
      <translation>存入的内容有多少已到磁盘</translation>
    </message>
    <message>
      <source>How offsets are written</source>
      <extracomment>look.offsets_hex</extracomment>
      <translation>偏移的写法</translation>
    </message>
    <message>
      <source>How pages are read for the map, and what is kept of what was learned.</source>
      <extracomment>preferences</extracomment>
      <translation>如何为页图读取页，以及保留哪些所得信息。</translation>
    </message>
    <message>
      <source>How the cells of the map lie</source>
      <extracomment>preferences</extracomment>
      <translation>页图的格如何排列</translation>
    </message>
    <message>
      <source>How the program is used, to read and to search</source>
      <extracomment>help.contents</extracomment>
      <translation>程序的用法，可阅读和搜索</translation>
    </message>
    <message>
      <source>How the program looks and works</source>
      <extracomment>settings.preferences</extracomment>
      <translation>程序的外观和工作方式</translation>
    </message>
    <message>
      <source>I&amp;mport</source>
      <extracomment>menu</extracomment>
      <translation>导入(&amp;M)</translation>
    </message>
    <message>
      <source>INS</source>
      <extracomment>status</extracomment>
      <translation>插入</translation>
    </message>
    <message>
      <source>IPS with offsets of 32 bits; for files up to 4 GiB</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>偏移为 32 位的 IPS；用于最大 4 GiB 的文件</translation>
    </message>
    <message>
      <source>ISO 9660 image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>ISO 9660 映像</translation>
    </message>
    <message>
      <source>Illegal seek</source>
      <extracomment>made of words</extracomment>
      <translation>无效的定位</translation>
    </message>
    <message>
      <source>Import</source>
      <extracomment>exchange</extracomment>
      <translation>导入</translation>
    </message>
    <message>
      <source>Import Bookmarks</source>
      <extracomment>bookmarks</extracomment>
      <translation>导入书签</translation>
    </message>
    <message>
      <source>Import Shortcuts</source>
      <extracomment>shortcuts</extracomment>
      <translation>导入快捷键</translation>
    </message>
    <message>
      <source>Import Snapshot</source>
      <extracomment>snapshots</extracomment>
      <translation>导入快照</translation>
    </message>
    <message>
      <source>Import snapshot</source>
      <extracomment>snapshot_keeper</extracomment>
      <translation>导入快照</translation>
    </message>
    <message>
      <source>Import {name}</source>
      <extracomment>import_bytes</extracomment>
      <translation>导入 {name}</translation>
    </message>
    <message>
      <source>In</source>
      <extracomment>find_bar</extracomment>
      <translation>范围</translation>
    </message>
    <message>
      <source>In %1 the %2, %3, is no number.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>%1中的 %2（%3）不是数字。</translation>
    </message>
    <message>
      <source>In %1 the field “%2” is missing.</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>%1中缺少字段“%2”。</translation>
    </message>
    <message>
      <source>In %1 the field “%2” is no number from 0 to %3.</source>
      <extracomment>core/bookmarks/records</extracomment>
      <translation>%1中的字段“%2”不是 0 到 %3 的数字。</translation>
    </message>
    <message>
      <source>In %1 the field “%2” is no text.</source>
      <extracomment>core/bookmarks/records</extracomment>
      <translation>%1中的字段“%2”不是文本。</translation>
    </message>
    <message>
      <source>In %1 the field “start” is missing.</source>
      <extracomment>core/bookmarks/records</extracomment>
      <translation>%1中缺少字段“start”。</translation>
    </message>
    <message>
      <source>In %1 the number %2 is too large or too small.</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>%1中的数字 %2 太大或太小。</translation>
    </message>
    <message>
      <source>In %1 the start is missing.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>%1中缺少开始。</translation>
    </message>
    <message>
      <source>In %1 the text is too long or empty.</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>%1中的文本太长或为空。</translation>
    </message>
    <message>
      <source>In %1 there is an unknown field, %2.</source>
      <extracomment>core/bookmarks/records</extracomment>
      <translation>%1中有未知的字段 %2。</translation>
    </message>
    <message>
      <source>In %1 there is something else than an object with a start and a length.</source>
      <extracomment>core/bookmarks/records</extracomment>
      <translation>%1中有的不是带开始和长度的对象。</translation>
    </message>
    <message>
      <source>In %1 there should be %2 items, not %3.</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>%1中应有 %2 项，而不是 %3 项。</translation>
    </message>
    <message>
      <source>In %1 there should be %2 to %3 items, not %4.</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>%1中应有 %2 到 %3 项，而不是 %4 项。</translation>
    </message>
    <message>
      <source>In %1 there should be %2.</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>%1中应为%2。</translation>
    </message>
    <message>
      <source>In %1 there should be one of %2.</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>%1中应为其中之一：%2。</translation>
    </message>
    <message>
      <source>In %1: %2</source>
      <extracomment>core/bookmarks/records</extracomment>
      <translation>%1中：%2</translation>
    </message>
    <message>
      <source>In Live access each edit is stored at once, so nothing can differ.</source>
      <extracomment>compare</extracomment>
      <translation>直接访问时每次编辑都立即存入，因此不会有差异。</translation>
    </message>
    <message>
      <source>In Live access edits change the file itself, so no more is copied than the clipboard takes; open the file in Edit or Read access for that.</source>
      <extracomment>core/exchange/carrying</extracomment>
      <translation>在直接访问中编辑会改变文件本身，因此复制的不能超过剪贴板所能容纳的；请用编辑或只读访问打开文件。</translation>
    </message>
    <message>
      <source>In any capitals look for at most %1 characters.</source>
      <extracomment>core/search/folding</extracomment>
      <translation>不分大小写时最多查找 %1 个字符。</translation>
    </message>
    <message>
      <source>In document %1 the path is no name that a file can have.</source>
      <extracomment>core/sessions/saved</extracomment>
      <translation>在文档 %1 中，路径不是文件可用的名称。</translation>
    </message>
    <message>
      <source>In document %1 the selection ends before it starts.</source>
      <extracomment>core/sessions/saved</extracomment>
      <translation>在文档 %1 中，选区结束于开始之前。</translation>
    </message>
    <message>
      <source>In insert mode only; Ctrl+Del always</source>
      <extracomment>keys</extracomment>
      <translation>仅在插入模式下；Ctrl+Del 始终可用</translation>
    </message>
    <message>
      <source>In memory</source>
      <extracomment>pages.walk_resident</extracomment>
      <translation>在内存中</translation>
    </message>
    <message>
      <source>In, out, the whole file</source>
      <extracomment>keys</extracomment>
      <translation>放大、缩小、整个文件</translation>
    </message>
    <message>
      <source>Indigo</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>靛</translation>
    </message>
    <message>
      <source>Input/output error</source>
      <extracomment>made of words</extracomment>
      <translation>输入/输出错误</translation>
    </message>
    <message>
      <source>Insert</source>
      <extracomment>fill</extracomment>
      <translation>插入</translation>
    </message>
    <message>
      <source>Insert %1</source>
      <extracomment>core/document/document</extracomment>
      <translation>插入 %1</translation>
    </message>
    <message>
      <source>Insert %1 before %2:</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>在 %2 之前插入 %1：</translation>
    </message>
    <message>
      <source>Insert %1 of %2</source>
      <extracomment>core/document/document</extracomment>
      <translation>插入 %1 的 %2</translation>
    </message>
    <message>
      <source>Insert %1 of %2 before %3, phase %4</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>在 %3 之前插入 %1 的 %2，相位 %4</translation>
    </message>
    <message>
      <source>Insert File</source>
      <extracomment>exchange</extracomment>
      <translation>插入文件</translation>
    </message>
    <message>
      <source>Insert Mod&amp;e</source>
      <extracomment>edits.toggle_insert</extracomment>
      <translation>插入模式(&amp;E)</translation>
    </message>
    <message>
      <source>Insert a copy of %1</source>
      <extracomment>core/document/document</extracomment>
      <translation>插入 %1 的副本</translation>
    </message>
    <message>
      <source>Insert a copy of %1 before %2</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>在 %2 之前插入 %1 的副本</translation>
    </message>
    <message>
      <source>Insert a copy of the selected bytes at another offset</source>
      <extracomment>edits.copy_block</extracomment>
      <translation>在另一偏移插入所选字节的副本</translation>
    </message>
    <message>
      <source>Insert a file</source>
      <extracomment>files</extracomment>
      <translation>插入文件</translation>
    </message>
    <message>
      <source>Insert bytes or a pattern</source>
      <extracomment>edits.insert</extracomment>
      <translation>插入字节或模式</translation>
    </message>
    <message>
      <source>Insert is off: the length of this document cannot change in this access mode.</source>
      <extracomment>fill</extracomment>
      <translation>不能插入：在此访问方式下文档的长度不能改变。</translation>
    </message>
    <message>
      <source>Insert mode needs Edit access; this document keeps its length.</source>
      <extracomment>selection</extracomment>
      <translation>插入模式需要编辑访问；此文档的长度不变。</translation>
    </message>
    <message>
      <source>Insert or overwrite</source>
      <extracomment>status</extracomment>
      <translation>插入或覆盖</translation>
    </message>
    <message>
      <source>Insert the bytes of a file at the caret; of any size</source>
      <extracomment>exchange.insert_file</extracomment>
      <translation>在光标处插入文件的字节，大小不限</translation>
    </message>
    <message>
      <source>Insert, and move what is there behind the range</source>
      <extracomment>fill</extracomment>
      <translation>插入，并把现有内容移到范围之后</translation>
    </message>
    <message>
      <source>Inspector</source>
      <extracomment>dock</extracomment>
      <translation>检查器</translation>
    </message>
    <message>
      <source>Instruction</source>
      <extracomment>disassembly</extracomment>
      <translation>指令</translation>
    </message>
    <message>
      <source>Instructions</source>
      <extracomment>disassembly</extracomment>
      <translation>指令</translation>
    </message>
    <message>
      <source>Integers</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>整数</translation>
    </message>
    <message>
      <source>Integers in hexadecimal</source>
      <extracomment>inspector</extracomment>
      <translation>以十六进制显示整数</translation>
    </message>
    <message>
      <source>Intel HEX</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>Intel HEX</translation>
    </message>
    <message>
      <source>Intel flash descriptor</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Intel 闪存描述符</translation>
    </message>
    <message>
      <source>Interrupted saves and unsaved edits that earlier runs have left behind</source>
      <extracomment>files.recover</extracomment>
      <translation>以前运行留下的中断保存和未保存编辑</translation>
    </message>
    <message>
      <source>Into a &amp;new document; gaps are 00 and take no memory</source>
      <extracomment>import_bytes</extracomment>
      <translation>成为新文档；间隙为 00，不占内存(&amp;N)</translation>
    </message>
    <message>
      <source>Invalid argument</source>
      <extracomment>made of words</extracomment>
      <translation>无效的参数</translation>
    </message>
    <message>
      <source>Invalid cross-device link</source>
      <extracomment>made of words</extracomment>
      <translation>无效的跨设备链接</translation>
    </message>
    <message>
      <source>Invert %1</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>把 %1 取反</translation>
    </message>
    <message>
      <source>Invert all bits of a range</source>
      <extracomment>operations.invert</extracomment>
      <translation>反转范围内的所有位</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <extracomment>made of words</extracomment>
      <translation>是一个文件夹</translation>
    </message>
    <message>
      <source>It can be %1: compute that to compare.</source>
      <extracomment>core/checksums/comparing</extracomment>
      <translation>可能是 %1：请计算它以便比较。</translation>
    </message>
    <message>
      <source>It has the bytes that such a structure is known by.</source>
      <extracomment>structures</extracomment>
      <translation>那里有这种结构的特征字节。</translation>
    </message>
    <message>
      <source>It is another: no %1 of these bytes.</source>
      <extracomment>core/checksums/comparing</extracomment>
      <translation>不相同：不是这些字节的 %1。</translation>
    </message>
    <message>
      <source>It is not the %1, but can be %2: compute that to compare.</source>
      <extracomment>core/checksums/comparing</extracomment>
      <translation>不是 %1，但可能是 %2：请计算它以便比较。</translation>
    </message>
    <message>
      <source>It is the same: %1.</source>
      <extracomment>core/checksums/comparing</extracomment>
      <translation>相同：%1。</translation>
    </message>
    <message>
      <source>It looks like: {kind}.</source>
      <extracomment>paste_special</extracomment>
      <translation>看起来是：{kind}。</translation>
    </message>
    <message>
      <source>It reaches behind the end of the document.</source>
      <extracomment>core/structs/placing</extracomment>
      <translation>它超出文档的末尾。</translation>
    </message>
    <message>
      <source>It was not made by this version of Bytescope.</source>
      <extracomment>core/storage/shelf</extracomment>
      <translation>它不是由此版本的 Bytescope 创建的。</translation>
    </message>
    <message>
      <source>It was stopped; what was left is still there.</source>
      <extracomment>leftovers</extracomment>
      <translation>已停止；留下的内容仍在。</translation>
    </message>
    <message>
      <source>Its %1 can still be recovered.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>其 %1仍可恢复。</translation>
    </message>
    <message>
      <source>Its journal could not be closed (%1): the next start may ask about this save, which is complete.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>其日志无法关闭（%1）：下次启动可能会询问这次保存，它是完整的。</translation>
    </message>
    <message>
      <source>JPEG picture</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>JPEG 图片</translation>
    </message>
    <message>
      <source>Ja&amp;va Array</source>
      <extracomment>exchange.copy_java</extracomment>
      <translation>Java 数组(&amp;V)</translation>
    </message>
    <message>
      <source>Java Array</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>Java 数组</translation>
    </message>
    <message>
      <source>Java class</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Java 类</translation>
    </message>
    <message>
      <source>JavaScript Array</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>JavaScript 数组</translation>
    </message>
    <message>
      <source>KOI8-R</source>
      <extracomment>find_fields</extracomment>
      <translation>KOI8-R</translation>
    </message>
    <message>
      <source>Keep a fingerprint of every page as it is now</source>
      <extracomment>compare.take_snapshot</extracomment>
      <translation>保留每页现在的指纹</translation>
    </message>
    <message>
      <source>Keep everything as it is; File, Recover… shows it again</source>
      <extracomment>recovery</extracomment>
      <translation>全部保持原样；可用“文件 ▸ 恢复…”再次显示</translation>
    </message>
    <message>
      <source>Keep what was learned of a file's pages, none of its bytes, and show it when it is opened again</source>
      <extracomment>memory.remember</extracomment>
      <translation>保留所知的页信息（不含字节），再次打开文件时显示</translation>
    </message>
    <message>
      <source>Keeping the old bytes</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>正在保留旧字节</translation>
    </message>
    <message>
      <source>Keeps a fingerprint of every page as it is now, not the bytes, in your private folder.</source>
      <extracomment>compare</extracomment>
      <translation>把每一页现在的指纹（而不是字节）保存在您的私人文件夹中。</translation>
    </message>
    <message>
      <source>Kernel-dirty</source>
      <extracomment>pages.walk_dirty</extracomment>
      <translation>内核脏页</translation>
    </message>
    <message>
      <source>Keyboard</source>
      <extracomment>keys</extracomment>
      <translation>键盘</translation>
    </message>
    <message>
      <source>Keyboard table</source>
      <extracomment>keys</extracomment>
      <translation>按键表</translation>
    </message>
    <message>
      <source>Keyboard to the document on the other side</source>
      <extracomment>split.over</extracomment>
      <translation>键盘焦点到另一侧的文档</translation>
    </message>
    <message>
      <source>Keyboard to the hex panel</source>
      <extracomment>look.focus_hex</extracomment>
      <translation>键盘焦点到十六进制面板</translation>
    </message>
    <message>
      <source>Keyboard to the list of bookmarks</source>
      <extracomment>bookmarks.show_list</extracomment>
      <translation>键盘焦点到书签列表</translation>
    </message>
    <message>
      <source>Keyboard to the list of hits</source>
      <extracomment>search.show_found</extracomment>
      <translation>键盘焦点到命中列表</translation>
    </message>
    <message>
      <source>Keyboard to the other hex panel of this document</source>
      <extracomment>split.other</extracomment>
      <translation>键盘焦点到此文档的另一个十六进制面板</translation>
    </message>
    <message>
      <source>Keyboard to the other side</source>
      <extracomment>compare.other_side</extracomment>
      <translation>键盘焦点到另一侧</translation>
    </message>
    <message>
      <source>Keyboard to the page map</source>
      <extracomment>look.focus_map</extracomment>
      <translation>键盘焦点到页图</translation>
    </message>
    <message>
      <source>Keys</source>
      <extracomment>shortcuts</extracomment>
      <translation>按键</translation>
    </message>
    <message>
      <source>Kind</source>
      <extracomment>inspector_model</extracomment>
      <translation>类型</translation>
    </message>
    <message>
      <source>Kind of pattern</source>
      <extracomment>pattern_edit</extracomment>
      <translation>模式的种类</translation>
    </message>
    <message>
      <source>L&amp;ay</source>
      <extracomment>definition</extracomment>
      <translation>套用(&amp;A)</translation>
    </message>
    <message>
      <source>LUKS volume</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>LUKS 卷</translation>
    </message>
    <message>
      <source>LVM label</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>LVM 标签</translation>
    </message>
    <message>
      <source>LZ4 frame</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>LZ4 帧</translation>
    </message>
    <message>
      <source>LZMA stream</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>LZMA 流</translation>
    </message>
    <message>
      <source>La&amp;yers</source>
      <extracomment>menu</extracomment>
      <translation>图层(&amp;Y)</translation>
    </message>
    <message>
      <source>La&amp;yers…</source>
      <extracomment>layers.choose</extracomment>
      <translation>图层(&amp;Y)…</translation>
    </message>
    <message>
      <source>Laid anew wherever the caret goes</source>
      <extracomment>structure_head</extracomment>
      <translation>光标移到哪里就重新放到哪里</translation>
    </message>
    <message>
      <source>Laid at the offset that is typed beside it</source>
      <extracomment>structure_head</extracomment>
      <translation>放在旁边输入的偏移处</translation>
    </message>
    <message>
      <source>Laid where the caret or the selection begins; it stays there</source>
      <extracomment>structure_head</extracomment>
      <translation>放在光标处或选区开始处，并留在那里</translation>
    </message>
    <message>
      <source>Laid where the document begins</source>
      <extracomment>structure_head</extracomment>
      <translation>放在文档开头</translation>
    </message>
    <message>
      <source>Language</source>
      <extracomment>preferences</extracomment>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language of the interface, from the next start</source>
      <extracomment>preferences</extracomment>
      <translation>界面语言，下次启动时生效</translation>
    </message>
    <message>
      <source>Latin-1</source>
      <extracomment>look.encoding_latin-1</extracomment>
      <translation>Latin-1</translation>
    </message>
    <message>
      <source>Latin-1 (ISO 8859-1)</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>Latin-1 (ISO 8859-1)</translation>
    </message>
    <message>
      <source>Latin-2 (ISO 8859-2)</source>
      <extracomment>find_fields</extracomment>
      <translation>Latin-2 (ISO 8859-2)</translation>
    </message>
    <message>
      <source>Lay a structure in C over the bytes at the caret: its fields, coloured and edited</source>
      <extracomment>inspecting.structures</extracomment>
      <translation>把 C 结构套在光标处的字节上：字段着色并可编辑</translation>
    </message>
    <message>
      <source>Lay it where the caret or the selection begins</source>
      <extracomment>structure_head</extracomment>
      <translation>套用在光标或选区的开头</translation>
    </message>
    <message>
      <source>Lay the cells out as: hilbert curve</source>
      <extracomment>look.layout_hilbert</extracomment>
      <translation>格的排列：希尔伯特曲线</translation>
    </message>
    <message>
      <source>Lay the cells out as: rows</source>
      <extracomment>look.layout_rows</extracomment>
      <translation>格的排列：行</translation>
    </message>
    <message>
      <source>Lay the cells out as: z-order</source>
      <extracomment>look.layout_zorder</extracomment>
      <translation>格的排列：Z 序</translation>
    </message>
    <message>
      <source>Layers of the Map</source>
      <extracomment>help</extracomment>
      <translation>页图的图层</translation>
    </message>
    <message>
      <source>Layers…</source>
      <extracomment>layer_legend</extracomment>
      <translation>图层…</translation>
    </message>
    <message>
      <source>Layout</source>
      <extracomment>menus</extracomment>
      <translation>布局</translation>
    </message>
    <message>
      <source>Left and right change places</source>
      <extracomment>compare.swap</extracomment>
      <translation>左右互换</translation>
    </message>
    <message>
      <source>Left out: {count}, as there is no such command or two had the same key.</source>
      <extracomment>shortcuts</extracomment>
      <translation>未取用：{count} 个，因为没有该命令或两个命令按键相同。</translation>
    </message>
    <message>
      <source>Left, Right</source>
      <extracomment>keys</extracomment>
      <translation>左、右</translation>
    </message>
    <message>
      <source>Legend of the map</source>
      <extracomment>legend</extracomment>
      <translation>页图的图例</translation>
    </message>
    <message>
      <source>Length</source>
      <extracomment>insert</extracomment>
      <translation>长度</translation>
    </message>
    <message>
      <source>Length: the document would be larger than {largest} bytes; type less.</source>
      <extracomment>insert</extracomment>
      <translation>长度：文档将超过 {largest} 字节；请输入更小的值。</translation>
    </message>
    <message>
      <source>Length: the range is empty; make it at least 1 byte long.</source>
      <extracomment>range_fields</extracomment>
      <translation>长度：范围为空；请使其至少 1 字节长。</translation>
    </message>
    <message>
      <source>Length: type how many bytes; this pattern has no end of its own.</source>
      <extracomment>insert</extracomment>
      <translation>长度：请输入字节数；此模式本身没有结尾。</translation>
    </message>
    <message>
      <source>Less than 0: the first bytes of A have none beside them.</source>
      <extracomment>compare</extracomment>
      <translation>小于 0：A 的开头几个字节没有对应的字节。</translation>
    </message>
    <message>
      <source>Let the bytes of the other side stand elsewhere</source>
      <extracomment>compare.shift</extracomment>
      <translation>让另一侧的字节错开位置</translation>
    </message>
    <message>
      <source>Light</source>
      <extracomment>look.theme_light</extracomment>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Line %1 and the letters at its end do not agree: “%2”; check the line.</source>
      <extracomment>core/text/xxd_rows</extracomment>
      <translation>第 %1 行与其末尾的字母不符：“%2”；请检查该行。</translation>
    </message>
    <message>
      <source>Line %1 counts %2 records, and %3 stand before it; some are missing; get the file again.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>第 %1 行数出 %2 条记录，而前面有 %3 条；缺了一些；请重新获取文件。</translation>
    </message>
    <message>
      <source>Line %1 has no bytes, or too many; give one of hex, base64, pattern or original.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行没有字节或字节太多；请给出 hex、base64、pattern 或 original 之一。</translation>
    </message>
    <message>
      <source>Line %1 has no offset in front: “%2”; check it.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行前面没有偏移：“%2”；请检查。</translation>
    </message>
    <message>
      <source>Line %1 has words of different lengths; check the line.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行的字长度不一；请检查该行。</translation>
    </message>
    <message>
      <source>Line %1 is a record of type %2 that makes no sense; remove it.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>第 %1 行是类型 %2 的记录，没有意义；请删除它。</translation>
    </message>
    <message>
      <source>Line %1 is damaged: its length or checksum is wrong in “%2”; get it again.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>第 %1 行已损坏：“%2”的长度或校验和不对；请重新获取。</translation>
    </message>
    <message>
      <source>Line %1 is no record: “%2”; check the line.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>第 %1 行不是记录：“%2”；请检查该行。</translation>
    </message>
    <message>
      <source>Line %1 is not %2: “%3”; check it.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>第 %1 行不是 %2：“%3”；请检查。</translation>
    </message>
    <message>
      <source>Line %1 is not as CSV has it; nothing was taken.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>第 %1 行不是 CSV 的写法；什么也没有取用。</translation>
    </message>
    <message>
      <source>Line %1 is one colour more than the %2 of a palette.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>第 %1 行比配色的 %2 种颜色多出一种。</translation>
    </message>
    <message>
      <source>Line %1 is too long for a line of a dump; check the file.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行对转储的行来说太长；请检查文件。</translation>
    </message>
    <message>
      <source>Line %1 of the palette is not JSON: %2.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色的第 %1 行不是 JSON：%2。</translation>
    </message>
    <message>
      <source>Line %1 of the palette is not text (UTF-8); choose another file.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色的第 %1 行不是文本 (UTF-8)；请选择另一个文件。</translation>
    </message>
    <message>
      <source>Line %1 of the palette must be three numbers from 0 to 255.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色的第 %1 行必须是三个 0 到 255 的数字。</translation>
    </message>
    <message>
      <source>Line %1 of the script is longer than %2 MiB; divide its edit.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>脚本的第 %1 行超过 %2 MiB；请把其编辑分开。</translation>
    </message>
    <message>
      <source>Line %1 of the script is no JSON object: “%2”; check it.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>脚本的第 %1 行不是 JSON 对象：“%2”；请检查。</translation>
    </message>
    <message>
      <source>Line %1 of the script is no UTF-8 text; get it again.</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>脚本的第 %1 行不是 UTF-8 文本；请重新获取。</translation>
    </message>
    <message>
      <source>Line %1 reaches past the end of its segment of 64 KiB; check its address.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>第 %1 行超出其 64 KiB 的段；请检查其地址。</translation>
    </message>
    <message>
      <source>Line %1 reaches past the last address, 0xFFFFFFFF; check its address.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>第 %1 行超出最后的地址 0xFFFFFFFF；请检查其地址。</translation>
    </message>
    <message>
      <source>Line %1 stands behind the end of the script; remove it.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行在脚本结束之后；请删除它。</translation>
    </message>
    <message>
      <source>Line %1 stands behind the record that ends the file; remove it.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>第 %1 行在结束文件的记录之后；请删除它。</translation>
    </message>
    <message>
      <source>Line %1 tells %2 edits, and %3 are there; get the script again.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行说有 %2 处编辑，而实有 %3 处；请重新获取脚本。</translation>
    </message>
    <message>
      <source>Line %1, character %2</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>第 %1 行第 %2 个字符</translation>
    </message>
    <message>
      <source>Line %1, column %2 is no JSON: %3.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>第 %1 行第 %2 列不是 JSON：%3。</translation>
    </message>
    <message>
      <source>Line %1, column %2: %3</source>
      <extracomment>core/structs/tokens</extracomment>
      <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
      <source>Line %1: %2</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行：%2</translation>
    </message>
    <message>
      <source>Line %1: no document reaches to offset %2; check the line.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行：没有文档能到偏移 %2；请检查该行。</translation>
    </message>
    <message>
      <source>Line %1: nothing stands behind the “*”, so how far the row repeats is not known; add the last offset.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行：“*”后面什么也没有，因此不知道该行重复多少；请补上最后的偏移。</translation>
    </message>
    <message>
      <source>Line %1: the offset is %2, but %3 follows; check the lines around it.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行：偏移为 %2，但应为 %3；请检查其前后的行。</translation>
    </message>
    <message>
      <source>Line %1: the rows left out do not come out even up to offset %2; check the line behind it.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行：省略的行到偏移 %2 为止不成整数；请检查其后的行。</translation>
    </message>
    <message>
      <source>Line %1: there is no row before the “*”; check the lines before it.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行：“*”前面没有行；请检查它之前的行。</translation>
    </message>
    <message>
      <source>Line %1: what stands in “%2” is not that; check its digits.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行：“%2”中的内容不是这种；请检查其数字。</translation>
    </message>
    <message>
      <source>Line %1: “%2” goes with a pattern or original, not with %3; remove it.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行：“%2”应与 pattern 或 original 同用，而不是与 %3；请删除它。</translation>
    </message>
    <message>
      <source>Line %1: “%2” is missing or no whole number of 0 or more; write it as 16 or "0x10".</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行：缺少“%2”或它不是 0 以上的整数；请写成 16 或 "0x10"。</translation>
    </message>
    <message>
      <source>Line %1: “%2” is no byte or word in hex digits; check the line, or read the text in another way.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行：“%2”不是十六进制数字的字节或字；请检查该行，或用另一种方式读取文本。</translation>
    </message>
    <message>
      <source>Line %1: “%2” is no offset like those before it; check the line.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>第 %1 行：“%2”不是与前面一样的偏移；请检查该行。</translation>
    </message>
    <message>
      <source>Line %1: “%2” means nothing in %3; check the spelling.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行：“%2”在 %3 中没有意义；请检查拼写。</translation>
    </message>
    <message>
      <source>Line %1: “op” must be one of %2.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行：“op”必须是其中之一：%2。</translation>
    </message>
    <message>
      <source>Line %1: “pattern” must be a text such as “00” or “counter:0”.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行：“pattern”必须是“00”或“counter:0”之类的文本。</translation>
    </message>
    <message>
      <source>Line %1: “was” must be a CRC-32 of eight hex digits.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 %1 行：“was”必须是八个十六进制数字的 CRC-32。</translation>
    </message>
    <message>
      <source>Line 1 is not that of an edit script: “"format": "bytescope-edits"” is missing; check it.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 1 行不是编辑脚本的：缺少“"format": "bytescope-edits"”；请检查。</translation>
    </message>
    <message>
      <source>Line 1: the edit script is of another version; this program knows version 1.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 1 行：编辑脚本是另一个版本；本程序只认识版本 1。</translation>
    </message>
    <message>
      <source>Line 1: the script is for a document of %1 bytes and this one has %2; open the file that it was made for.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>第 1 行：该脚本适用于 %1 字节的文档，而此文档有 %2 字节；请打开它所针对的文件。</translation>
    </message>
    <message>
      <source>Line 2 of a JASC palette must be 0100, its version.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>JASC 配色的第 2 行必须是其版本 0100。</translation>
    </message>
    <message>
      <source>Line 3 of a JASC palette must be a count from 2 to %1.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>JASC 配色的第 3 行必须是 2 到 %1 的数目。</translation>
    </message>
    <message>
      <source>Line 3 of the palette tells of %1 colours, but %2 follow.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色的第 3 行说有 %1 种颜色，但后面有 %2 种。</translation>
    </message>
    <message>
      <source>Linux swap</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Linux 交换区</translation>
    </message>
    <message>
      <source>List every hit</source>
      <extracomment>search.find_all</extracomment>
      <translation>列出每个命中</translation>
    </message>
    <message>
      <source>List every hit (Ctrl+Enter)</source>
      <extracomment>find_bar</extracomment>
      <translation>列出每个命中 (Ctrl+Enter)</translation>
    </message>
    <message>
      <source>List the edits</source>
      <extracomment>recovery</extracomment>
      <translation>列出编辑</translation>
    </message>
    <message>
      <source>List what begins in the document</source>
      <extracomment>types</extracomment>
      <translation>列出文档中开始的内容</translation>
    </message>
    <message>
      <source>Lists every hit; in the field for what to replace with: replaces all</source>
      <extracomment>keys</extracomment>
      <translation>列出每个命中；在替换栏中：全部替换</translation>
    </message>
    <message>
      <source>Little Endian</source>
      <extracomment>look.order_little</extracomment>
      <translation>小端</translation>
    </message>
    <message>
      <source>Little endian</source>
      <extracomment>find_fields</extracomment>
      <translation>小端</translation>
    </message>
    <message>
      <source>Little-endian</source>
      <extracomment>operation</extracomment>
      <translation>小端</translation>
    </message>
    <message>
      <source>Live</source>
      <extracomment>preferences</extracomment>
      <translation>直接</translation>
    </message>
    <message>
      <source>Live access cannot %1 bytes; open the file in Edit access for that.</source>
      <extracomment>core/document/live</extracomment>
      <translation>直接访问不能%1字节；请用编辑访问打开文件。</translation>
    </message>
    <message>
      <source>Live access cannot change the length of the file: replace by as many bytes as each hit has.</source>
      <extracomment>core/document/live</extracomment>
      <translation>直接访问不能改变文件的长度：请替换为与每个命中同样多的字节。</translation>
    </message>
    <message>
      <source>Live access stores each edit at once, so there is nothing to save; flush instead.</source>
      <extracomment>core/document/live</extracomment>
      <translation>直接访问会立即存入每次编辑，因此没有要保存的内容；请改用刷盘。</translation>
    </message>
    <message>
      <source>Live: every edit is in the file at once</source>
      <extracomment>open_window</extracomment>
      <translation>直接：每次编辑立即写入文件</translation>
    </message>
    <message>
      <source>Load Definition</source>
      <extracomment>definition</extracomment>
      <translation>载入定义</translation>
    </message>
    <message>
      <source>Load a Palette</source>
      <extracomment>palettes</extracomment>
      <translation>载入配色</translation>
    </message>
    <message>
      <source>Load pages</source>
      <extracomment>page_acts</extracomment>
      <translation>载入页</translation>
    </message>
    <message>
      <source>Loading %1 would push other things out of memory, of which %2 are available; select %3 or less.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>载入 %1 会把其他内容挤出内存，可用内存为 %2；请选择 %3 或更少。</translation>
    </message>
    <message>
      <source>Locate…</source>
      <extracomment>sessions</extracomment>
      <translation>定位…</translation>
    </message>
    <message>
      <source>Logarithmic histogram: rare values can be seen as well</source>
      <extracomment>statistics</extracomment>
      <translation>对数直方图：稀少的值也能看见</translation>
    </message>
    <message>
      <source>Longest printable run</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>最长可打印区段</translation>
    </message>
    <message>
      <source>Longest run</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>最长区段</translation>
    </message>
    <message>
      <source>Longest run %1</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>最长区段 %1</translation>
    </message>
    <message>
      <source>Look again (F5)</source>
      <extracomment>processes</extracomment>
      <translation>重新查看 (F5)</translation>
    </message>
    <message>
      <source>Look for at most %1 bytes at a time; shorten the text.</source>
      <extracomment>core/search/needle</extracomment>
      <translation>一次最多查找 %1 字节；请缩短文本。</translation>
    </message>
    <message>
      <source>Look for at most %1 bytes at a time; these are %2.</source>
      <extracomment>core/search/needle</extracomment>
      <translation>一次最多查找 %1 字节；这里有 %2。</translation>
    </message>
    <message>
      <source>Look for what was typed as text</source>
      <extracomment>find_bar</extracomment>
      <translation>把输入的内容当作文本查找</translation>
    </message>
    <message>
      <source>Looking…</source>
      <extracomment>processes</extracomment>
      <translation>正在查看…</translation>
    </message>
    <message>
      <source>MBR, master boot record</source>
      <extracomment>structures/mbr</extracomment>
      <translation>MBR，主引导记录</translation>
    </message>
    <message>
      <source>MIPS, 32 bits, big-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>MIPS，32 位，大端</translation>
    </message>
    <message>
      <source>MIPS, 32 bits, little-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>MIPS，32 位，小端</translation>
    </message>
    <message>
      <source>MIPS, 64 bits, big-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>MIPS，64 位，大端</translation>
    </message>
    <message>
      <source>MIPS, 64 bits, little-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>MIPS，64 位，小端</translation>
    </message>
    <message>
      <source>MOS 6502</source>
      <extracomment>core/code/machines</extracomment>
      <translation>MOS 6502</translation>
    </message>
    <message>
      <source>MP4 or QuickTime</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>MP4 或 QuickTime</translation>
    </message>
    <message>
      <source>Mac Roman</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>Mac Roman</translation>
    </message>
    <message>
      <source>Mach-O file</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Mach-O 文件</translation>
    </message>
    <message>
      <source>Make a patch</source>
      <extracomment>files</extracomment>
      <translation>生成补丁</translation>
    </message>
    <message>
      <source>Make bytes of Intel HEX, SREC, or what xxd, hexdump or od printed</source>
      <extracomment>exchange.import_bytes</extracomment>
      <translation>由 Intel HEX、SREC 或 xxd、hexdump、od 的输出得到字节</translation>
    </message>
    <message>
      <source>Map &amp;Palette</source>
      <extracomment>menu</extracomment>
      <translation>页图配色(&amp;P)</translation>
    </message>
    <message>
      <source>Map &amp;Scheme</source>
      <extracomment>menu</extracomment>
      <translation>页图方案(&amp;S)</translation>
    </message>
    <message>
      <source>Map &amp;layout</source>
      <extracomment>preferences</extracomment>
      <translation>页图布局(&amp;L)</translation>
    </message>
    <message>
      <source>Map &amp;palette</source>
      <extracomment>preferences</extracomment>
      <translation>页图配色(&amp;P)</translation>
    </message>
    <message>
      <source>Map Layo&amp;ut</source>
      <extracomment>menu</extracomment>
      <translation>页图布局(&amp;U)</translation>
    </message>
    <message>
      <source>Map a part of a file: offset and length</source>
      <extracomment>files.open_window</extracomment>
      <translation>映射文件的一部分：偏移和长度</translation>
    </message>
    <message>
      <source>Map layout</source>
      <extracomment>menus</extracomment>
      <translation>页图布局</translation>
    </message>
    <message>
      <source>Map s&amp;cheme</source>
      <extracomment>preferences</extracomment>
      <translation>页图方案(&amp;C)</translation>
    </message>
    <message>
      <source>Map scheme</source>
      <extracomment>menus</extracomment>
      <translation>页图方案</translation>
    </message>
    <message>
      <source>Map: First Edited Page of a Cell</source>
      <extracomment>keys</extracomment>
      <translation>页图：格的第一个已编辑页</translation>
    </message>
    <message>
      <source>Map: Move</source>
      <extracomment>keys</extracomment>
      <translation>页图：移动</translation>
    </message>
    <message>
      <source>Map: Next, Previous Touched Page</source>
      <extracomment>keys</extracomment>
      <translation>页图：下一个、上一个触及页</translation>
    </message>
    <message>
      <source>Map: Pan</source>
      <extracomment>keys</extracomment>
      <translation>页图：平移</translation>
    </message>
    <message>
      <source>Map: To the Bytes</source>
      <extracomment>keys</extracomment>
      <translation>页图：到字节</translation>
    </message>
    <message>
      <source>Map: Zoom</source>
      <extracomment>keys</extracomment>
      <translation>页图：缩放</translation>
    </message>
    <message>
      <source>Mapped</source>
      <extracomment>core/touched/lanes</extracomment>
      <translation>映射</translation>
    </message>
    <message>
      <source>Mapped by a process</source>
      <extracomment>pages.walk_mapped</extracomment>
      <translation>被进程映射</translation>
    </message>
    <message>
      <source>Mark the pages that anybody but us has mapped</source>
      <extracomment>processes</extracomment>
      <translation>标出除我们以外任何进程映射的页</translation>
    </message>
    <message>
      <source>Mark the pages that this process has mapped</source>
      <extracomment>processes</extracomment>
      <translation>标出此进程映射的页</translation>
    </message>
    <message>
      <source>Matroska or WebM</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Matroska 或 WebM</translation>
    </message>
    <message>
      <source>Mean</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>平均值</translation>
    </message>
    <message>
      <source>Mean Byte</source>
      <extracomment>look.scheme_mean</extracomment>
      <translation>平均字节</translation>
    </message>
    <message>
      <source>Mean byte</source>
      <extracomment>page_info</extracomment>
      <translation>平均字节</translation>
    </message>
    <message>
      <source>Memory</source>
      <extracomment>new</extracomment>
      <translation>内存</translation>
    </message>
    <message>
      <source>Memory and Survey</source>
      <extracomment>preferences</extracomment>
      <translation>内存和扫描</translation>
    </message>
    <message>
      <source>Memory cannot have fewer than 0 bytes; give a size of 0 or more.</source>
      <extracomment>core/source/memory</extracomment>
      <translation>内存不能少于 0 字节；请给出 0 或更大的大小。</translation>
    </message>
    <message>
      <source>Memory for the ma&amp;p</source>
      <extracomment>preferences</extracomment>
      <translation>页图的内存(&amp;P)</translation>
    </message>
    <message>
      <source>Memory for what is known of the pages of one document; the least recently seen pages go first</source>
      <extracomment>memory.most_64</extracomment>
      <translation>用于记录一个文档各页所知信息的内存；最久未见的页先被丢弃</translation>
    </message>
    <message>
      <source>Memory in use</source>
      <extracomment>status</extracomment>
      <translation>占用的内存</translation>
    </message>
    <message>
      <source>Microseconds since 1970-01-01 UTC</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>自 1970-01-01 UTC 起的微秒数</translation>
    </message>
    <message>
      <source>Milliseconds since 1970-01-01 UTC</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>自 1970-01-01 UTC 起的毫秒数</translation>
    </message>
    <message>
      <source>Mine</source>
      <extracomment>differences</extracomment>
      <translation>我的</translation>
    </message>
    <message>
      <source>Monte Carlo π</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>蒙特卡罗 π</translation>
    </message>
    <message>
      <source>More pages a cell</source>
      <extracomment>look.zoom_out</extracomment>
      <translation>每格更多的页</translation>
    </message>
    <message>
      <source>More than %1 nested brackets or signs; simplify.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>嵌套的括号或符号超过 %1 层；请简化。</translation>
    </message>
    <message>
      <source>Motorola 68000</source>
      <extracomment>core/code/machines</extracomment>
      <translation>Motorola 68000</translation>
    </message>
    <message>
      <source>Motorola S-record</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>Motorola S-record</translation>
    </message>
    <message>
      <source>Move %1</source>
      <extracomment>core/document/document</extracomment>
      <translation>移动 %1</translation>
    </message>
    <message>
      <source>Move %1 to before %2</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>把 %1 移到 %2 之前</translation>
    </message>
    <message>
      <source>Move Block</source>
      <extracomment>edits</extracomment>
      <translation>移动块</translation>
    </message>
    <message>
      <source>Move the bytes of a range round, to the left or to the right</source>
      <extracomment>operations.turn</extracomment>
      <translation>把范围的字节向左或向右循环移动</translation>
    </message>
    <message>
      <source>Move the map under the pointer</source>
      <extracomment>keys</extracomment>
      <translation>移动指针下的页图</translation>
    </message>
    <message>
      <source>Move the selected bytes to another offset</source>
      <extracomment>edits.move_block</extracomment>
      <translation>把所选字节移到另一偏移</translation>
    </message>
    <message>
      <source>Multiples of which offsets of hits are</source>
      <extracomment>find_bar</extracomment>
      <translation>命中的偏移须为此数的倍数</translation>
    </message>
    <message>
      <source>N, P</source>
      <extracomment>keys</extracomment>
      <translation>N、P</translation>
    </message>
    <message>
      <source>NTFS file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>NTFS 文件系统</translation>
    </message>
    <message>
      <source>Name</source>
      <extracomment>snapshots</extracomment>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name the file that the bytes go to.</source>
      <extracomment>export_bytes</extracomment>
      <translation>请指定写入字节的文件。</translation>
    </message>
    <message>
      <source>Name the file that the patch goes to.</source>
      <extracomment>export_patch</extracomment>
      <translation>请指定写入补丁的文件。</translation>
    </message>
    <message>
      <source>Name the file that the picture goes to.</source>
      <extracomment>export_picture</extracomment>
      <translation>请指定写入图片的文件。</translation>
    </message>
    <message>
      <source>Name the file that the table goes to.</source>
      <extracomment>export_facts</extracomment>
      <translation>请指定写入表格的文件。</translation>
    </message>
    <message>
      <source>Name the selected bytes, or the place of the caret</source>
      <extracomment>bookmarks.add</extracomment>
      <translation>为所选字节或光标位置命名</translation>
    </message>
    <message>
      <source>Nanoseconds since 1970-01-01 UTC</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>自 1970-01-01 UTC 起的纳秒数</translation>
    </message>
    <message>
      <source>Ne&amp;xt</source>
      <extracomment>timeline</extracomment>
      <translation>下一个(&amp;X)</translation>
    </message>
    <message>
      <source>Never stored: it reads as 00 and takes no space on the medium.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>从未存储：读出为 00，不占介质空间。</translation>
    </message>
    <message>
      <source>Never while the document is open.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>文档打开期间从不清除。</translation>
    </message>
    <message>
      <source>New</source>
      <extracomment>new</extracomment>
      <translation>新建</translation>
    </message>
    <message>
      <source>New &amp;key:</source>
      <extracomment>shortcuts</extracomment>
      <translation>新按键(&amp;K)：</translation>
    </message>
    <message>
      <source>New File</source>
      <extracomment>path_field</extracomment>
      <translation>新文件</translation>
    </message>
    <message>
      <source>New Seed</source>
      <extracomment>pattern_pages</extracomment>
      <translation>新种子</translation>
    </message>
    <message>
      <source>New key of the command</source>
      <extracomment>shortcuts</extracomment>
      <translation>命令的新按键</translation>
    </message>
    <message>
      <source>New memory or a new zero-filled file</source>
      <extracomment>files.new</extracomment>
      <translation>新建内存文档或全零的新文件</translation>
    </message>
    <message>
      <source>Next &amp;Copy of This Page</source>
      <extracomment>pages.next_copy</extracomment>
      <translation>本页的下一个副本(&amp;C)</translation>
    </message>
    <message>
      <source>Next &amp;Edited Page</source>
      <extracomment>go.next_edited</extracomment>
      <translation>下一个已编辑页(&amp;E)</translation>
    </message>
    <message>
      <source>Next Page Changed by &amp;Others</source>
      <extracomment>go.next_outside</extracomment>
      <translation>下一个被他人更改的页(&amp;O)</translation>
    </message>
    <message>
      <source>Next and Previous &amp;Go Through</source>
      <extracomment>menu</extracomment>
      <translation>下一个和上一个经过(&amp;G)</translation>
    </message>
    <message>
      <source>Next and Previous go to the pages of this state while none is shown alone.</source>
      <extracomment>pages.walk_edited</extracomment>
      <translation>没有状态单独显示时，“下一个”和“上一个”到这种状态的页。</translation>
    </message>
    <message>
      <source>Next ▸</source>
      <extracomment>compare</extracomment>
      <translation>下一处 ▸</translation>
    </message>
    <message>
      <source>No Limit</source>
      <extracomment>preferences</extracomment>
      <translation>无限制</translation>
    </message>
    <message>
      <source>No bookmark has this in its name or note.</source>
      <extracomment>bookmarks</extracomment>
      <translation>没有书签的名称或备注含有此内容。</translation>
    </message>
    <message>
      <source>No difference was found in what could be read</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>可读取的部分没有发现差异</translation>
    </message>
    <message>
      <source>No disk space belongs to the page; it reads as zeros.</source>
      <extracomment>pages.walk_hole</extracomment>
      <translation>该页不占磁盘空间，读出来全是零。</translation>
    </message>
    <message>
      <source>No document reaches to offset %1; check the lines.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>没有文档能到达偏移 %1；请检查这些行。</translation>
    </message>
    <message>
      <source>No group is called “%1”; write (?P&lt;name&gt;…) in the expression, or a number.</source>
      <extracomment>core/search/template</extracomment>
      <translation>没有名为“%1”的分组；请在表达式中写 (?P&lt;name&gt;…)，或写编号。</translation>
    </message>
    <message>
      <source>No limit</source>
      <extracomment>find_bar</extracomment>
      <translation>无限制</translation>
    </message>
    <message>
      <source>No more hits can be kept ({reason}); make room for temporary files, or search less.</source>
      <extracomment>found_list</extracomment>
      <translation>无法保留更多命中（{reason}）；请为临时文件腾出空间，或缩小查找范围。</translation>
    </message>
    <message>
      <source>No other page that was read holds the same as page {page:,}.</source>
      <extracomment>copies</extracomment>
      <translation>读取过的其他页中没有与第 {page:,} 页相同的。</translation>
    </message>
    <message>
      <source>No other process uses this file.</source>
      <extracomment>processes</extracomment>
      <translation>没有其他进程使用此文件。</translation>
    </message>
    <message>
      <source>No page after this one was changed by another program.</source>
      <extracomment>watch</extracomment>
      <translation>此页之后没有被其他程序更改的页。</translation>
    </message>
    <message>
      <source>No page before this one was changed by another program.</source>
      <extracomment>watch</extracomment>
      <translation>此页之前没有被其他程序更改的页。</translation>
    </message>
    <message>
      <source>No page has all these words.</source>
      <extracomment>help_window</extracomment>
      <translation>没有一页包含所有这些词。</translation>
    </message>
    <message>
      <source>No page is in the chosen states. Pages come here when they are edited, saved or changed by another program, and while the kernel has yet to write them; check more states at the left.</source>
      <extracomment>touched</extracomment>
      <translation>所选状态中没有页。页在被编辑、保存、被其他程序更改时，以及内核尚未写入它们时出现在这里；请在左侧勾选更多状态。</translation>
    </message>
    <message>
      <source>No page of the selection has unsaved edits.</source>
      <extracomment>model</extracomment>
      <translation>选区中没有含未保存编辑的页。</translation>
    </message>
    <message>
      <source>No page of this cell has unsaved edits.</source>
      <extracomment>model</extracomment>
      <translation>此格中没有含未保存编辑的页。</translation>
    </message>
    <message>
      <source>No pages</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>没有页</translation>
    </message>
    <message>
      <source>No palette was loaded from a file; load one first.</source>
      <extracomment>palettes</extracomment>
      <translation>还没有从文件载入配色；请先载入一个。</translation>
    </message>
    <message>
      <source>No path was given; give the path of a file.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>没有给出路径；请给出文件的路径。</translation>
    </message>
    <message>
      <source>No save of “%1” was cut off, so there is nothing to roll back.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>“%1”没有中断的保存，因此没有可回滚的内容。</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <extracomment>made of words</extracomment>
      <translation>设备上没有剩余空间</translation>
    </message>
    <message>
      <source>No such device</source>
      <extracomment>made of words</extracomment>
      <translation>没有这个设备</translation>
    </message>
    <message>
      <source>No such device or address</source>
      <extracomment>made of words</extracomment>
      <translation>没有这个设备或地址</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <extracomment>made of words</extracomment>
      <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
      <source>No text of this length is there. Look for shorter ones, or in other encodings.</source>
      <extracomment>strings</extracomment>
      <translation>没有这种长度的文本。请查找更短的文本，或用其他编码。</translation>
    </message>
    <message>
      <source>No text that was found has this in it.</source>
      <extracomment>strings</extracomment>
      <translation>找到的文本都不含此内容。</translation>
    </message>
    <message>
      <source>No&amp;w</source>
      <extracomment>timeline</extracomment>
      <translation>现在(&amp;W)</translation>
    </message>
    <message>
      <source>No.</source>
      <extracomment>bookmark_model</extracomment>
      <translation>编号</translation>
    </message>
    <message>
      <source>Nobody else uses this document: {no_file}.</source>
      <extracomment>processes</extracomment>
      <translation>没有其他进程使用此文档：{no_file}。</translation>
    </message>
    <message>
      <source>None of %1 was in memory.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1中没有一页在内存中。</translation>
    </message>
    <message>
      <source>Not a directory</source>
      <extracomment>made of words</extracomment>
      <translation>不是文件夹</translation>
    </message>
    <message>
      <source>Not all usual keys came back: “{command}” has one of them.</source>
      <extracomment>shortcuts</extracomment>
      <translation>默认按键没有全部恢复：“{command}”占用了其中一个。</translation>
    </message>
    <message>
      <source>Not available on this system: the kernel has no trace events of the page cache; use Linux 6.12 or later with tracing.</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>此系统上不可用：内核没有页缓存的跟踪事件；请使用带跟踪功能的 Linux 6.12 或更新版本。</translation>
    </message>
    <message>
      <source>Not found in this document, but {lost} of it could not be read.</source>
      <extracomment>finding</extracomment>
      <translation>在此文档中没有找到，但其中 {lost} 无法读取。</translation>
    </message>
    <message>
      <source>Not found in this document.</source>
      <extracomment>finding</extracomment>
      <translation>在此文档中没有找到。</translation>
    </message>
    <message>
      <source>Not found in this range, but {lost} of it could not be read.</source>
      <extracomment>finding</extracomment>
      <translation>在此范围内没有找到，但其中 {lost} 无法读取。</translation>
    </message>
    <message>
      <source>Not found in this range.</source>
      <extracomment>finding</extracomment>
      <translation>在此范围内没有找到。</translation>
    </message>
    <message>
      <source>Not found: nothing was replaced.</source>
      <extracomment>replacing</extracomment>
      <translation>没有找到：没有替换任何内容。</translation>
    </message>
    <message>
      <source>Not on a disk: this file system keeps its files in memory</source>
      <extracomment>core/touched/durability</extracomment>
      <translation>不在磁盘上：此文件系统把文件保存在内存中</translation>
    </message>
    <message>
      <source>Not permitted: reading the kernel's trace events needs root; run Bytescope as root to watch reads and writes.</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>不允许：读取内核的跟踪事件需要 root；请以 root 运行 Bytescope 以监视读写。</translation>
    </message>
    <message>
      <source>Not permitted: the pages of process %1 belong to another user; run Bytescope as that user or as root.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>不允许：进程 %1 的页属于另一用户；请以该用户或 root 运行 Bytescope。</translation>
    </message>
    <message>
      <source>Not permitted: this system does not let even root read the kernel's trace events here; run Bytescope outside of the container.</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>不允许：此系统在此处连 root 也不让读取内核的跟踪事件；请在容器之外运行 Bytescope。</translation>
    </message>
    <message>
      <source>Not permitted: this system does not let programs use userfaultfd, which the store audit needs; run Bytescope outside of the container.</source>
      <extracomment>core/touched/userfault</extracomment>
      <translation>不允许：此系统不让程序使用存入审计所需的 userfaultfd；请在容器之外运行 Bytescope。</translation>
    </message>
    <message>
      <source>Not read yet, so nothing is known about it.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>尚未读取，因此一无所知。</translation>
    </message>
    <message>
      <source>Not: invert all bits</source>
      <extracomment>operation</extracomment>
      <translation>取反：反转所有位</translation>
    </message>
    <message>
      <source>Note</source>
      <extracomment>bookmark_model</extracomment>
      <translation>备注</translation>
    </message>
    <message>
      <source>Nothing differs, so there is no patch to be made; edit it first, or choose another file.</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>没有差异，因此没有可制作的补丁；请先编辑，或选择另一个文件。</translation>
    </message>
    <message>
      <source>Nothing fits</source>
      <extracomment>command_bar</extracomment>
      <translation>没有符合的</translation>
    </message>
    <message>
      <source>Nothing is being compared.</source>
      <extracomment>palette</extracomment>
      <translation>没有正在进行的比较。</translation>
    </message>
    <message>
      <source>Nothing is counted yet; try it again when the dock shows something.</source>
      <extracomment>statistics</extracomment>
      <translation>还没有统计结果；请等面板显示内容后再试。</translation>
    </message>
    <message>
      <source>Nothing is kept between two runs here, so there are no snapshots.</source>
      <extracomment>memory</extracomment>
      <translation>此处不在两次运行之间保留内容，因此没有快照。</translation>
    </message>
    <message>
      <source>Nothing is kept by this window, so no snapshot can be taken.</source>
      <extracomment>compare</extracomment>
      <translation>此窗口不保留任何内容，因此无法拍快照。</translation>
    </message>
    <message>
      <source>Nothing is kept of earlier runs here, so there is nothing to recover.</source>
      <extracomment>files</extracomment>
      <translation>此处不保留以前运行的内容，因此没有可恢复的。</translation>
    </message>
    <message>
      <source>Nothing is left to recover.</source>
      <extracomment>recovery</extracomment>
      <translation>没有剩下要恢复的内容。</translation>
    </message>
    <message>
      <source>Nothing is selected.</source>
      <extracomment>palette</extracomment>
      <translation>没有选择任何内容。</translation>
    </message>
    <message>
      <source>Nothing is selected; select bytes first, or begin at the caret.</source>
      <extracomment>disassembly</extracomment>
      <translation>没有选择任何内容；请先选择字节，或从光标开始。</translation>
    </message>
    <message>
      <source>Nothing is selected; select bytes first, or choose the page or the whole document.</source>
      <extracomment>scope</extracomment>
      <translation>没有选择任何内容；请先选择字节，或选择页或整个文档。</translation>
    </message>
    <message>
      <source>Nothing is selected; select the bytes to copy first.</source>
      <extracomment>clipboard</extracomment>
      <translation>没有选择任何内容；请先选择要复制的字节。</translation>
    </message>
    <message>
      <source>Nothing is selected; select the bytes to search first.</source>
      <extracomment>find_bar</extracomment>
      <translation>没有选择任何内容；请先选择要查找的字节。</translation>
    </message>
    <message>
      <source>Nothing of %1 was waiting for the disk; the rest of the file was flushed.</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>%1中没有等待写盘的内容；文件的其余部分已刷盘。</translation>
    </message>
    <message>
      <source>Nothing that can be reverted was changed here; select bytes that were edited.</source>
      <extracomment>core/document/document</extracomment>
      <translation>此处没有可还原的更改；请选择编辑过的字节。</translation>
    </message>
    <message>
      <source>Nothing that is known begins here.</source>
      <extracomment>types</extracomment>
      <translation>此处没有已知类型的开头。</translation>
    </message>
    <message>
      <source>Nothing was found.</source>
      <extracomment>found</extracomment>
      <translation>没有找到。</translation>
    </message>
    <message>
      <source>Nothing was left behind.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>没有留下任何东西。</translation>
    </message>
    <message>
      <source>Nothing was replaced.</source>
      <extracomment>replacing</extracomment>
      <translation>没有替换任何内容。</translation>
    </message>
    <message>
      <source>Nothing was saved; recover them in a window, or export them.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>什么也没有保存；请在窗口中恢复它们，或导出它们。</translation>
    </message>
    <message>
      <source>Nothing was stored here since the last flush; select bytes that were edited.</source>
      <extracomment>core/document/live</extracomment>
      <translation>自上次刷盘以来此处没有存入过；请选择编辑过的字节。</translation>
    </message>
    <message>
      <source>Nothing was stored: "%1" was shortened by another program and no longer reaches there; reload the file.</source>
      <extracomment>core/source/storing</extracomment>
      <translation>什么也没有存入："%1" 被另一程序缩短，已不到那里；请重新载入文件。</translation>
    </message>
    <message>
      <source>Nothing was stored: the disk has no room for these pages of "%1", which are a hole; make room and try again.</source>
      <extracomment>core/source/storing</extracomment>
      <translation>什么也没有存入：磁盘没有空间容纳 "%1" 的这些页，它们是空洞；请腾出空间再试。</translation>
    </message>
    <message>
      <source>Nothing was stored: the file system gave no room for "%1" (%2); save it elsewhere.</source>
      <extracomment>core/source/storing</extracomment>
      <translation>什么也没有存入：文件系统没有为 "%1" 提供空间（%2）；请保存到别处。</translation>
    </message>
    <message>
      <source>Nothing was touched yet. Edits, saves, pages that other programs change, and pages that come into memory and leave it while this is open stand here as marks on a line of time. A click on a mark, or Play, shows that time on the map.</source>
      <extracomment>timeline</extracomment>
      <translation>还没有触及。打开期间的编辑、保存、其他程序更改的页，以及进入和离开内存的页，都会作为标记出现在时间线上。单击标记或按“播放”，即在页图上显示那个时刻。</translation>
    </message>
    <message>
      <source>Nothing: the hits are deleted</source>
      <extracomment>find_bar</extracomment>
      <translation>空：删除命中</translation>
    </message>
    <message>
      <source>Now · {n} touch</source>
      <extracomment>timeline</extracomment>
      <translation>现在 · {n} 次触及</translation>
    </message>
    <message>
      <source>Now · {n} touches</source>
      <extracomment>timeline</extracomment>
      <translation>现在 · {n} 次触及</translation>
    </message>
    <message>
      <source>Number</source>
      <extracomment>find_fields</extracomment>
      <translation>数值</translation>
    </message>
    <message>
      <source>Numbers</source>
      <extracomment>statistics</extracomment>
      <translation>数值</translation>
    </message>
    <message>
      <source>Numbers of the range</source>
      <extracomment>numbers_table</extracomment>
      <translation>范围的数值</translation>
    </message>
    <message>
      <source>O&amp;peration</source>
      <extracomment>operation</extracomment>
      <translation>运算(&amp;P)</translation>
    </message>
    <message>
      <source>OLE2 document</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>OLE2 文档</translation>
    </message>
    <message>
      <source>OVR</source>
      <extracomment>status</extracomment>
      <translation>覆盖</translation>
    </message>
    <message>
      <source>Octal</source>
      <extracomment>look.base_oct</extracomment>
      <translation>八进制</translation>
    </message>
    <message>
      <source>Of a block device the kernel reports reads and writes under another number: none will show.</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>对块设备，内核以另一编号报告读写：不会显示。</translation>
    </message>
    <message>
      <source>Of a file kept in memory (tmpfs) the kernel reports nothing but loads by mappings.</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>对保存在内存中的文件 (tmpfs)，内核只报告通过映射的载入。</translation>
    </message>
    <message>
      <source>Of a file on an overlay the kernel reports nothing; watch the file in the layer below it.</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>对 overlay 上的文件，内核不报告任何内容；请监视其下层的文件。</translation>
    </message>
    <message>
      <source>Of the state shown alone, else of the one chosen in the Pages menu (edited pages at first)</source>
      <extracomment>keys</extracomment>
      <translation>单独显示的状态的页，否则为“页”菜单中所选状态的页（最初为已编辑页）</translation>
    </message>
    <message>
      <source>Of {where}, {n} byte.</source>
      <extracomment>checksums</extracomment>
      <translation>范围：{where}，{n} 字节。</translation>
    </message>
    <message>
      <source>Of {where}, {n} bytes.</source>
      <extracomment>checksums</extracomment>
      <translation>范围：{where}，{n} 字节。</translation>
    </message>
    <message>
      <source>Offset</source>
      <extracomment>differences</extracomment>
      <translation>偏移</translation>
    </message>
    <message>
      <source>Offset %1 is outside the document, which has %2; choose one inside.</source>
      <extracomment>core/document/steps</extracomment>
      <translation>偏移 %1 在文档之外，文档有 %2；请选择文档之内的偏移。</translation>
    </message>
    <message>
      <source>Offset 0</source>
      <extracomment>fill</extracomment>
      <translation>偏移 0</translation>
    </message>
    <message>
      <source>Offset 0 of the document</source>
      <extracomment>operation</extracomment>
      <translation>文档的偏移 0</translation>
    </message>
    <message>
      <source>Offset 0x%1 is behind the end at 0x%2; check “to”.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>偏移 0x%1 在位于 0x%2 的末尾之后；请检查“to”。</translation>
    </message>
    <message>
      <source>Offset 0x%1 is behind the end at 0x%2; give one inside.</source>
      <extracomment>core/document/drafting</extracomment>
      <translation>偏移 0x%1 在位于 0x%2 的末尾之后；请给出末尾之内的偏移。</translation>
    </message>
    <message>
      <source>Offset 0x{caret:X}, end of the document, {n} page</source>
      <extracomment>frame</extracomment>
      <translation>偏移 0x{caret:X}，文档末尾，共 {n} 页</translation>
    </message>
    <message>
      <source>Offset 0x{caret:X}, end of the document, {n} pages</source>
      <extracomment>frame</extracomment>
      <translation>偏移 0x{caret:X}，文档末尾，共 {n} 页</translation>
    </message>
    <message>
      <source>Offset 0x{caret:X}, {byte}, page {page} of {pages}</source>
      <extracomment>frame</extracomment>
      <translation>偏移 0x{caret:X}，{byte}，第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
      <source>Offset 0x{caret:X}, {byte}, page {page} of {pages}, {selected:,} bytes selected</source>
      <extracomment>frame</extracomment>
      <translation>偏移 0x{caret:X}，{byte}，第 {page} 页，共 {pages} 页，已选 {selected:,} 字节</translation>
    </message>
    <message>
      <source>Offset of the caret</source>
      <extracomment>status</extracomment>
      <translation>光标的偏移</translation>
    </message>
    <message>
      <source>Offset of the structure</source>
      <extracomment>structure_head</extracomment>
      <translation>结构的偏移</translation>
    </message>
    <message>
      <source>Offset or page</source>
      <extracomment>go_to</extracomment>
      <translation>偏移或页</translation>
    </message>
    <message>
      <source>Offset stamp</source>
      <extracomment>pattern_form</extracomment>
      <translation>偏移标记</translation>
    </message>
    <message>
      <source>Offset, page, selection and how much of the file is known. Click the offset to go elsewhere: 0xB40000, p12, 8Mi and +512 all work.</source>
      <extracomment>tour</extracomment>
      <translation>偏移、页、选区以及文件已知多少。单击偏移可转到别处：0xB40000、p12、8Mi 和 +512 都可以。</translation>
    </message>
    <message>
      <source>Offsets count from %1 of the file.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>偏移从文件的 %1 算起。</translation>
    </message>
    <message>
      <source>Ogg stream</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Ogg 流</translation>
    </message>
    <message>
      <source>On disk</source>
      <extracomment>core/touched/durability</extracomment>
      <translation>在磁盘上</translation>
    </message>
    <message>
      <source>On disk or not: unknown (%1)</source>
      <extracomment>core/touched/durability</extracomment>
      <translation>是否在磁盘上：未知（%1）</translation>
    </message>
    <message>
      <source>One number is not a range; write start..end, start+length, p4 or p4..p8.</source>
      <extracomment>core/text/range_text</extracomment>
      <translation>一个数字不是范围；请写 开始..结束、开始+长度、p4 或 p4..p8。</translation>
    </message>
    <message>
      <source>One page of the operating system.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>操作系统的一页。</translation>
    </message>
    <message>
      <source>One page.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>一页。</translation>
    </message>
    <message>
      <source>One page; of pages that were mapped together (64 KiB) one was read. Later reads of a page already mapped are not seen.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>一页；一起映射的页（64 KiB）中读取了一页。之后对已映射页的读取看不到。</translation>
    </message>
    <message>
      <source>One page; only pages that were read again are judged.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>一页；只判断重新读取过的页。</translation>
    </message>
    <message>
      <source>One page; where the kernel tells no more, the first of a folio. Stores to a page that is already dirty are not seen.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>一页；内核不提供更多时，为 folio 的第一页。对已脏页的存入看不到。</translation>
    </message>
    <message>
      <source>One page; with a page that is read the kernel maps up to 64 KiB around it, and a folio of 2 MiB as a whole.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>一页；读取一页时，内核会映射其周围最多 64 KiB，以及整个 2 MiB 的 folio。</translation>
    </message>
    <message>
      <source>One value, or a pattern of at most %1 bytes, repeated.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>重复的一个值，或最多 %1 字节的模式。</translation>
    </message>
    <message>
      <source>Only Being written</source>
      <extracomment>layers.alone_writing</extracomment>
      <translation>仅正在写入</translation>
    </message>
    <message>
      <source>Only Bookmarked</source>
      <extracomment>layers.alone_bookmarked</extracomment>
      <translation>仅有书签</translation>
    </message>
    <message>
      <source>Only Changed outside</source>
      <extracomment>layers.alone_outside</extracomment>
      <translation>仅外部更改</translation>
    </message>
    <message>
      <source>Only Different</source>
      <extracomment>layers.alone_different</extracomment>
      <translation>仅不同</translation>
    </message>
    <message>
      <source>Only Edited</source>
      <extracomment>layers.alone_edited</extracomment>
      <translation>仅已编辑</translation>
    </message>
    <message>
      <source>Only Evicted lately</source>
      <extracomment>layers.alone_evicted</extracomment>
      <translation>仅最近被逐出</translation>
    </message>
    <message>
      <source>Only Found</source>
      <extracomment>layers.alone_found</extracomment>
      <translation>仅已找到</translation>
    </message>
    <message>
      <source>Only Hole</source>
      <extracomment>layers.alone_hole</extracomment>
      <translation>仅空洞</translation>
    </message>
    <message>
      <source>Only In memory</source>
      <extracomment>layers.alone_resident</extracomment>
      <translation>仅在内存中</translation>
    </message>
    <message>
      <source>Only Kernel-dirty</source>
      <extracomment>layers.alone_dirty</extracomment>
      <translation>仅内核脏页</translation>
    </message>
    <message>
      <source>Only Mapped by a process</source>
      <extracomment>layers.alone_mapped</extracomment>
      <translation>仅被进程映射</translation>
    </message>
    <message>
      <source>Only Read by a process</source>
      <extracomment>layers.alone_read</extracomment>
      <translation>仅被进程读取</translation>
    </message>
    <message>
      <source>Only Reserved</source>
      <extracomment>layers.alone_unwritten</extracomment>
      <translation>仅已预留</translation>
    </message>
    <message>
      <source>Only Saved here</source>
      <extracomment>layers.alone_saved</extracomment>
      <translation>仅在此保存</translation>
    </message>
    <message>
      <source>Only Seen by us</source>
      <extracomment>layers.alone_seen</extracomment>
      <translation>仅我们读过</translation>
    </message>
    <message>
      <source>Only Shared blocks</source>
      <extracomment>layers.alone_shared</extracomment>
      <translation>仅共享块</translation>
    </message>
    <message>
      <source>Only Stored through the mapping</source>
      <extracomment>layers.alone_stored</extracomment>
      <translation>仅通过映射存入</translation>
    </message>
    <message>
      <source>Only What Is in &amp;View</source>
      <extracomment>survey.reads_view</extracomment>
      <translation>只读可见部分(&amp;V)</translation>
    </message>
    <message>
      <source>Only Written by a process</source>
      <extracomment>layers.alone_written</extracomment>
      <translation>仅被进程写入</translation>
    </message>
    <message>
      <source>Only a document in Live access stores at once; open it so to audit it.</source>
      <extracomment>auditing</extracomment>
      <translation>只有直接访问的文档才会立即存入；请以该方式打开再审计。</translation>
    </message>
    <message>
      <source>Only the first %1 edits could be made again.</source>
      <extracomment>core/storage/editlog/replaying</extracomment>
      <translation>只有前 %1 个编辑能够重做。</translation>
    </message>
    <message>
      <source>Only the first %1 fields are laid out.</source>
      <extracomment>core/structs/placing</extracomment>
      <translation>只排列了前 %1 个字段。</translation>
    </message>
    <message>
      <source>Only the first {most} of the {count:,} files are opened; open fewer at a time.</source>
      <extracomment>dropping</extracomment>
      <translation>只打开 {count:,} 个文件中的前 {most} 个；请一次少打开一些。</translation>
    </message>
    <message>
      <source>Only whole words: no letter, digit or underscore beside</source>
      <extracomment>find_fields</extracomment>
      <translation>只匹配整个单词：旁边没有字母、数字或下划线</translation>
    </message>
    <message>
      <source>Open</source>
      <extracomment>files</extracomment>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open &amp;Read-Only</source>
      <extracomment>cut_off</extracomment>
      <translation>以只读打开(&amp;R)</translation>
    </message>
    <message>
      <source>Open &amp;Window of File…</source>
      <extracomment>files.open_window</extracomment>
      <translation>打开文件的一部分(&amp;W)…</translation>
    </message>
    <message>
      <source>Open Demo &amp;File</source>
      <extracomment>files.demo</extracomment>
      <translation>打开演示文件(&amp;F)</translation>
    </message>
    <message>
      <source>Open Recen&amp;t</source>
      <extracomment>menu</extracomment>
      <translation>打开最近的文件(&amp;T)</translation>
    </message>
    <message>
      <source>Open Session</source>
      <extracomment>sessions</extracomment>
      <translation>打开会话</translation>
    </message>
    <message>
      <source>Open Window of File</source>
      <extracomment>open_window</extracomment>
      <translation>打开文件的一部分</translation>
    </message>
    <message>
      <source>Open a document to bookmark places in it.</source>
      <extracomment>bookmarks</extracomment>
      <translation>请打开文档，以便为其中的位置添加书签。</translation>
    </message>
    <message>
      <source>Open a document to compute checksums of it.</source>
      <extracomment>checksums</extracomment>
      <translation>请打开文档，以计算其校验和。</translation>
    </message>
    <message>
      <source>Open a document to search it.</source>
      <extracomment>found</extracomment>
      <translation>请打开文档，以便在其中查找。</translation>
    </message>
    <message>
      <source>Open a document to see its machine code.</source>
      <extracomment>disassembly</extracomment>
      <translation>请打开文档，以查看其机器码。</translation>
    </message>
    <message>
      <source>Open a document to see statistics of its bytes.</source>
      <extracomment>statistics</extracomment>
      <translation>请打开文档，以查看其字节的统计。</translation>
    </message>
    <message>
      <source>Open a document to see the texts in it.</source>
      <extracomment>strings</extracomment>
      <translation>请打开文档，以查看其中的文本。</translation>
    </message>
    <message>
      <source>Open a document to see what it is.</source>
      <extracomment>types</extracomment>
      <translation>请打开文档，以查看它是什么。</translation>
    </message>
    <message>
      <source>Open a document to see what its bytes are.</source>
      <extracomment>inspector</extracomment>
      <translation>请打开文档，以查看其字节的含义。</translation>
    </message>
    <message>
      <source>Open a document to see when its pages were touched.</source>
      <extracomment>timeline</extracomment>
      <translation>请打开文档，以查看其页何时被触及。</translation>
    </message>
    <message>
      <source>Open a document to see which of its pages were touched.</source>
      <extracomment>touched</extracomment>
      <translation>请打开文档，以查看其中哪些页被触及。</translation>
    </message>
    <message>
      <source>Open a file</source>
      <extracomment>files.open</extracomment>
      <translation>打开文件</translation>
    </message>
    <message>
      <source>Open documents</source>
      <extracomment>area</extracomment>
      <translation>打开的文档</translation>
    </message>
    <message>
      <source>Open documents in &amp;insert mode</source>
      <extracomment>preferences</extracomment>
      <translation>以插入模式打开文档(&amp;I)</translation>
    </message>
    <message>
      <source>Open documents of the second side</source>
      <extracomment>area</extracomment>
      <translation>第二侧打开的文档</translation>
    </message>
    <message>
      <source>Open the document with its edits, as unsaved steps</source>
      <extracomment>recovery</extracomment>
      <translation>打开文档，其编辑作为未保存的步骤</translation>
    </message>
    <message>
      <source>Open the files of a session file, with their places and bookmarks</source>
      <extracomment>sessions.open</extracomment>
      <translation>打开会话文件中的文件及其位置和书签</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <extracomment>palette_entries</extracomment>
      <translation>打开 {name}</translation>
    </message>
    <message>
      <source>Opened last</source>
      <extracomment>start_page</extracomment>
      <translation>最近打开</translation>
    </message>
    <message>
      <source>Operand</source>
      <extracomment>operation</extracomment>
      <translation>操作数</translation>
    </message>
    <message>
      <source>Operands</source>
      <extracomment>disassembly</extracomment>
      <translation>操作数</translation>
    </message>
    <message>
      <source>Operation</source>
      <extracomment>operation</extracomment>
      <translation>运算</translation>
    </message>
    <message>
      <source>Operation in {name}</source>
      <extracomment>session</extracomment>
      <translation>对 {name} 进行运算</translation>
    </message>
    <message>
      <source>Operation not permitted</source>
      <extracomment>made of words</extracomment>
      <translation>不允许的操作</translation>
    </message>
    <message>
      <source>Operation not supported</source>
      <extracomment>made of words</extracomment>
      <translation>不支持的操作</translation>
    </message>
    <message>
      <source>Operation on a Range</source>
      <extracomment>operation</extracomment>
      <translation>对范围进行运算</translation>
    </message>
    <message>
      <source>Or %1 with %2</source>
      <extracomment>made of words</extracomment>
      <translation>%1 与 %2 按位或</translation>
    </message>
    <message>
      <source>Or with a pattern</source>
      <extracomment>operation</extracomment>
      <translation>与模式求或</translation>
    </message>
    <message>
      <source>Orange</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>橙</translation>
    </message>
    <message>
      <source>Other documents have %1 of this file that the save would overwrite, more than can be set aside; save those first, or use Save As.</source>
      <extracomment>core/document/lent</extracomment>
      <translation>其他文档用到了此文件中将被保存覆盖的 %1，超出可另行保留的量；请先保存那些文档，或使用“另存为”。</translation>
    </message>
    <message>
      <source>Other programs get up to {most} of a selection; use Save Selection As for the {length}.</source>
      <extracomment>dragging</extracomment>
      <translation>其他程序最多取得选区的 {most}；这 {length} 请用“选区另存为”。</translation>
    </message>
    <message>
      <source>Others</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>其他</translation>
    </message>
    <message>
      <source>Out of date</source>
      <extracomment>statistics</extracomment>
      <translation>已过时</translation>
    </message>
    <message>
      <source>Outside</source>
      <extracomment>core/touched/lanes</extracomment>
      <translation>外部</translation>
    </message>
    <message>
      <source>Overwrite</source>
      <extracomment>fill</extracomment>
      <translation>覆盖</translation>
    </message>
    <message>
      <source>Overwrite from %1 with a copy of %2</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>从 %1 起用 %2 的副本覆盖</translation>
    </message>
    <message>
      <source>Overwrite what is there</source>
      <extracomment>fill</extracomment>
      <translation>覆盖现有内容</translation>
    </message>
    <message>
      <source>Own</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>自定义</translation>
    </message>
    <message>
      <source>P&amp;lots of Statistics…</source>
      <extracomment>statistics.save_plots</extracomment>
      <translation>统计图(&amp;L)…</translation>
    </message>
    <message>
      <source>P&amp;ython Bytes</source>
      <extracomment>exchange.copy_python</extracomment>
      <translation>Python 字节(&amp;Y)</translation>
    </message>
    <message>
      <source>PDF document</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>PDF 文档</translation>
    </message>
    <message>
      <source>PE program</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>PE 程序</translation>
    </message>
    <message>
      <source>PE, Windows program</source>
      <extracomment>structures/pe</extracomment>
      <translation>PE，Windows 程序</translation>
    </message>
    <message>
      <source>PEM text</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>PEM 文本</translation>
    </message>
    <message>
      <source>PNG picture</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>PNG 图片</translation>
    </message>
    <message>
      <source>Pa&amp;ges (first–last)</source>
      <extracomment>range_edit</extracomment>
      <translation>页（首–末）(&amp;G)</translation>
    </message>
    <message>
      <source>Pa&amp;use or Go On</source>
      <extracomment>compare.pause</extracomment>
      <translation>暂停或继续(&amp;U)</translation>
    </message>
    <message>
      <source>Page</source>
      <extracomment>dock</extracomment>
      <translation>页</translation>
    </message>
    <message>
      <source>Page count</source>
      <extracomment>snapshots</extracomment>
      <translation>页数</translation>
    </message>
    <message>
      <source>Page map</source>
      <extracomment>view</extracomment>
      <translation>页图</translation>
    </message>
    <message>
      <source>Page map with legend</source>
      <extracomment>panel</extracomment>
      <translation>带图例的页图</translation>
    </message>
    <message>
      <source>Page of the caret</source>
      <extracomment>status</extracomment>
      <translation>光标所在的页</translation>
    </message>
    <message>
      <source>Page stamp</source>
      <extracomment>pattern_form</extracomment>
      <translation>页号标记</translation>
    </message>
    <message>
      <source>Page states</source>
      <extracomment>core/geometry/map_legend</extracomment>
      <translation>页的状态</translation>
    </message>
    <message>
      <source>Page {first:,}</source>
      <extracomment>readout</extracomment>
      <translation>第 {first:,} 页</translation>
    </message>
    <message>
      <source>Page {page:,} was not read yet, so nothing is known of its copies; wait for the survey.</source>
      <extracomment>copies</extracomment>
      <translation>第 {page:,} 页尚未读取，因此不知道它有无副本；请等待扫描。</translation>
    </message>
    <message>
      <source>Page {page:,} · 0x{offset:X}</source>
      <extracomment>strip</extracomment>
      <translation>第 {page:,} 页 · 0x{offset:X}</translation>
    </message>
    <message>
      <source>Pages</source>
      <extracomment>differences</extracomment>
      <translation>页</translation>
    </message>
    <message>
      <source>Pages a row</source>
      <extracomment>export_facts</extracomment>
      <translation>每行的页数</translation>
    </message>
    <message>
      <source>Pages compared</source>
      <extracomment>strip</extracomment>
      <translation>已比较的页</translation>
    </message>
    <message>
      <source>Pages mapped</source>
      <extracomment>processes</extracomment>
      <translation>映射的页</translation>
    </message>
    <message>
      <source>Pages of the preferences</source>
      <extracomment>preferences</extracomment>
      <translation>首选项的页面</translation>
    </message>
    <message>
      <source>Pages per cell of the map</source>
      <extracomment>status</extracomment>
      <translation>页图每格的页数</translation>
    </message>
    <message>
      <source>Pages that differ</source>
      <extracomment>differences</extracomment>
      <translation>不同的页</translation>
    </message>
    <message>
      <source>Pages {first:,}–{last:,}</source>
      <extracomment>readout</extracomment>
      <translation>第 {first:,}–{last:,} 页</translation>
    </message>
    <message>
      <source>Pairs of bytes</source>
      <extracomment>digram</extracomment>
      <translation>字节对</translation>
    </message>
    <message>
      <source>Pairs: {what}</source>
      <extracomment>statistics</extracomment>
      <translation>字节对：{what}</translation>
    </message>
    <message>
      <source>Palettes (*.json *.pal *.gpl);;All Files (*)</source>
      <extracomment>palettes</extracomment>
      <translation>配色 (*.json *.pal *.gpl);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Part of the map</source>
      <extracomment>export_picture</extracomment>
      <translation>页图的部分</translation>
    </message>
    <message>
      <source>Paste</source>
      <extracomment>paste_special</extracomment>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Paste &amp;Special…</source>
      <extracomment>exchange.paste_special</extracomment>
      <translation>选择性粘贴(&amp;S)…</translation>
    </message>
    <message>
      <source>Paste Specia&amp;l</source>
      <extracomment>menu</extracomment>
      <translation>选择性粘贴(&amp;L)</translation>
    </message>
    <message>
      <source>Paste Special</source>
      <extracomment>paste_special</extracomment>
      <translation>选择性粘贴</translation>
    </message>
    <message>
      <source>Paste a checksum of any kind</source>
      <extracomment>checksums</extracomment>
      <translation>粘贴任意一种校验和</translation>
    </message>
    <message>
      <source>Paste as &amp;Array</source>
      <extracomment>exchange.paste_array</extracomment>
      <translation>粘贴为数组(&amp;A)</translation>
    </message>
    <message>
      <source>Paste as &amp;Base64</source>
      <extracomment>exchange.paste_base64</extracomment>
      <translation>粘贴为 Base64(&amp;B)</translation>
    </message>
    <message>
      <source>Paste as &amp;Dump</source>
      <extracomment>exchange.paste_dump</extracomment>
      <translation>粘贴为转储(&amp;D)</translation>
    </message>
    <message>
      <source>Paste as &amp;Hex</source>
      <extracomment>exchange.paste_hex</extracomment>
      <translation>粘贴为十六进制(&amp;H)</translation>
    </message>
    <message>
      <source>Paste as &amp;Text</source>
      <extracomment>exchange.paste_text</extracomment>
      <translation>粘贴为文本(&amp;T)</translation>
    </message>
    <message>
      <source>Paste over (or into) the bytes at the caret</source>
      <extracomment>edits.paste</extracomment>
      <translation>粘贴覆盖（或插入）光标处的字节</translation>
    </message>
    <message>
      <source>Paste {size} of {name}</source>
      <extracomment>carrying</extracomment>
      <translation>粘贴 {name} 的 {size}</translation>
    </message>
    <message>
      <source>Patches (*.ips *.bps *.jsonl *.edits);;All files (*)</source>
      <extracomment>exchange</extracomment>
      <translation>补丁 (*.ips *.bps *.jsonl *.edits);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Path of the file</source>
      <extracomment>path_field</extracomment>
      <translation>文件的路径</translation>
    </message>
    <message>
      <source>Pattern</source>
      <extracomment>fill</extracomment>
      <translation>模式</translation>
    </message>
    <message>
      <source>Pattern &amp;begins at</source>
      <extracomment>operation</extracomment>
      <translation>模式开始于(&amp;B)</translation>
    </message>
    <message>
      <source>Pattern begins at the start of the range</source>
      <extracomment>fill</extracomment>
      <translation>模式从范围的开头开始</translation>
    </message>
    <message>
      <source>Pattern is aligned to offset 0 of the document</source>
      <extracomment>fill</extracomment>
      <translation>模式对齐到文档的偏移 0</translation>
    </message>
    <message>
      <source>Pattern: {wrong}</source>
      <extracomment>fill</extracomment>
      <translation>模式：{wrong}</translation>
    </message>
    <message>
      <source>Pause</source>
      <extracomment>timeline</extracomment>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Paused · {text}</source>
      <extracomment>surveyor</extracomment>
      <translation>已暂停 · {text}</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <extracomment>made of words</extracomment>
      <translation>没有权限</translation>
    </message>
    <message>
      <source>Picture (*.png)</source>
      <extracomment>statistics_export</extracomment>
      <translation>图片 (*.png)</translation>
    </message>
    <message>
      <source>Pl&amp;ace</source>
      <extracomment>structure_head</extracomment>
      <translation>位置(&amp;A)</translation>
    </message>
    <message>
      <source>Pla&amp;y</source>
      <extracomment>timeline</extracomment>
      <translation>播放(&amp;Y)</translation>
    </message>
    <message>
      <source>Plain Hex (xxd -p)</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>纯十六进制 (xxd -p)</translation>
    </message>
    <message>
      <source>Plan the save</source>
      <extracomment>saving</extracomment>
      <translation>规划保存</translation>
    </message>
    <message>
      <source>Plays and pauses; 0 shows the whole time</source>
      <extracomment>keys</extracomment>
      <translation>播放和暂停；0 显示全部时间</translation>
    </message>
    <message>
      <source>PowerPC, 32 bits, big-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>PowerPC，32 位，大端</translation>
    </message>
    <message>
      <source>PowerPC, 32 bits, little-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>PowerPC，32 位，小端</translation>
    </message>
    <message>
      <source>PowerPC, 64 bits, big-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>PowerPC，64 位，大端</translation>
    </message>
    <message>
      <source>PowerPC, 64 bits, little-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>PowerPC，64 位，小端</translation>
    </message>
    <message>
      <source>Pre&amp;vious Edited Page</source>
      <extracomment>go.previous_edited</extracomment>
      <translation>上一个已编辑页(&amp;V)</translation>
    </message>
    <message>
      <source>Prefere&amp;nces…</source>
      <extracomment>settings.preferences</extracomment>
      <translation>首选项(&amp;N)…</translation>
    </message>
    <message>
      <source>Preferences</source>
      <extracomment>preferences</extracomment>
      <translation>首选项</translation>
    </message>
    <message>
      <source>Present View</source>
      <extracomment>export_picture</extracomment>
      <translation>当前视图</translation>
    </message>
    <message>
      <source>Press Ctrl+F, type what to find and choose Find All: every hit is listed here.</source>
      <extracomment>found</extracomment>
      <translation>按 Ctrl+F，输入要查找的内容并选择“查找全部”：每个命中都列在这里。</translation>
    </message>
    <message>
      <source>Press Disassemble to decode the bytes from the caret on, or the selection.</source>
      <extracomment>disassembly</extracomment>
      <translation>按“反汇编”解码从光标开始的字节，或选区。</translation>
    </message>
    <message>
      <source>Press Find Strings to list the texts of the whole document, a page or the selection.</source>
      <extracomment>strings</extracomment>
      <translation>按“查找字符串”列出整个文档、一页或选区的文本。</translation>
    </message>
    <message>
      <source>Press Scan to list the pictures, archives, programs, file systems … that begin in the document.</source>
      <extracomment>types</extracomment>
      <translation>按“扫描”列出文档中开始的图片、压缩包、程序、文件系统等。</translation>
    </message>
    <message>
      <source>Prev&amp;ious</source>
      <extracomment>timeline</extracomment>
      <translation>上一个(&amp;I)</translation>
    </message>
    <message>
      <source>Preview of the first and last bytes</source>
      <extracomment>bytes_preview</extracomment>
      <translation>开头和末尾字节的预览</translation>
    </message>
    <message>
      <source>Previo&amp;us</source>
      <extracomment>find_bar</extracomment>
      <translation>上一个(&amp;U)</translation>
    </message>
    <message>
      <source>Previous Page &amp;Changed by Others</source>
      <extracomment>go.previous_outside</extracomment>
      <translation>上一个被他人更改的页(&amp;C)</translation>
    </message>
    <message>
      <source>Printable Share</source>
      <extracomment>look.scheme_printable</extracomment>
      <translation>可打印比例</translation>
    </message>
    <message>
      <source>Printable share</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>可打印比例</translation>
    </message>
    <message>
      <source>Process</source>
      <extracomment>processes</extracomment>
      <translation>进程</translation>
    </message>
    <message>
      <source>Process %1 has ended; choose another one.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>进程 %1 已结束；请选择另一个。</translation>
    </message>
    <message>
      <source>Process {pid} has the file open but maps no page of it.</source>
      <extracomment>processes</extracomment>
      <translation>进程 {pid} 打开了此文件，但没有映射它的页。</translation>
    </message>
    <message>
      <source>Processes That Use {name}</source>
      <extracomment>processes</extracomment>
      <translation>使用 {name} 的进程</translation>
    </message>
    <message>
      <source>Processes cannot be listed: /proc is not mounted or may not be read; mount it first.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>无法列出进程：/proc 没有挂载或不能读取；请先挂载。</translation>
    </message>
    <message>
      <source>Processes of other users are hidden on this system; run Bytescope as root to see them.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>此系统隐藏其他用户的进程；请以 root 运行 Bytescope 以查看它们。</translation>
    </message>
    <message>
      <source>Processes that use the file</source>
      <extracomment>processes</extracomment>
      <translation>使用此文件的进程</translation>
    </message>
    <message>
      <source>Program</source>
      <extracomment>processes</extracomment>
      <translation>程序</translation>
    </message>
    <message>
      <source>Progress</source>
      <extracomment>status</extracomment>
      <translation>进度</translation>
    </message>
    <message>
      <source>Put the file back as it was before the save</source>
      <extracomment>recovery</extracomment>
      <translation>使文件回到保存之前的样子</translation>
    </message>
    <message>
      <source>Put the file's own bytes back in %1</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>把文件自身的字节放回 %1</translation>
    </message>
    <message>
      <source>Put the numbers on the clipboard</source>
      <extracomment>statistics_export</extracomment>
      <translation>把数值放到剪贴板</translation>
    </message>
    <message>
      <source>Putting the old bytes back</source>
      <extracomment>core/storage/journal/target</extracomment>
      <translation>正在放回旧字节</translation>
    </message>
    <message>
      <source>Python Bytes</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>Python 字节</translation>
    </message>
    <message>
      <source>QCOW2 image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>QCOW2 映像</translation>
    </message>
    <message>
      <source>R&amp;everse…</source>
      <extracomment>operations.reverse</extracomment>
      <translation>反转(&amp;E)…</translation>
    </message>
    <message>
      <source>RAM disk</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>内存盘</translation>
    </message>
    <message>
      <source>RAR archive</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>RAR 归档</translation>
    </message>
    <message>
      <source>READ</source>
      <extracomment>status</extracomment>
      <translation>只读</translation>
    </message>
    <message>
      <source>RGB colour</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>RGB 颜色</translation>
    </message>
    <message>
      <source>RGB565 colour</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>RGB565 颜色</translation>
    </message>
    <message>
      <source>RGBA colour</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>RGBA 颜色</translation>
    </message>
    <message>
      <source>RISC-V, 32 bits</source>
      <extracomment>core/code/machines</extracomment>
      <translation>RISC-V，32 位</translation>
    </message>
    <message>
      <source>RISC-V, 64 bits</source>
      <extracomment>core/code/machines</extracomment>
      <translation>RISC-V，64 位</translation>
    </message>
    <message>
      <source>ROM file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>ROM 文件系统</translation>
    </message>
    <message>
      <source>RPM package</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>RPM 软件包</translation>
    </message>
    <message>
      <source>Random</source>
      <extracomment>pattern_form</extracomment>
      <translation>随机</translation>
    </message>
    <message>
      <source>Range</source>
      <extracomment>fill</extracomment>
      <translation>范围</translation>
    </message>
    <message>
      <source>Re&amp;move Keys</source>
      <extracomment>shortcuts</extracomment>
      <translation>移除按键(&amp;M)</translation>
    </message>
    <message>
      <source>Re&amp;name</source>
      <extracomment>bookmark_table</extracomment>
      <translation>重命名(&amp;N)</translation>
    </message>
    <message>
      <source>Re&amp;vert Page</source>
      <extracomment>edits.revert</extracomment>
      <translation>还原页(&amp;V)</translation>
    </message>
    <message>
      <source>Read</source>
      <extracomment>core/touched/lanes</extracomment>
      <translation>读取</translation>
    </message>
    <message>
      <source>Read &amp;Everything</source>
      <extracomment>survey.reads_all</extracomment>
      <translation>全部读取(&amp;E)</translation>
    </message>
    <message>
      <source>Read &amp;everything for the map</source>
      <extracomment>preferences</extracomment>
      <translation>为页图读取全部内容(&amp;E)</translation>
    </message>
    <message>
      <source>Read Only</source>
      <extracomment>preferences</extracomment>
      <translation>只读</translation>
    </message>
    <message>
      <source>Read at &amp;most</source>
      <extracomment>preferences</extracomment>
      <translation>读取速度上限(&amp;M)</translation>
    </message>
    <message>
      <source>Read by a process</source>
      <extracomment>pages.walk_read</extracomment>
      <translation>被进程读取</translation>
    </message>
    <message>
      <source>Read every page, what is in view first</source>
      <extracomment>survey.reads_all</extracomment>
      <translation>读取每一页，先读可见的</translation>
    </message>
    <message>
      <source>Read samples of the whole file, and exactly only what is in view, up to 64 MiB</source>
      <extracomment>survey.reads_view</extracomment>
      <translation>对整个文件抽样读取，只精确读取可见部分，最多 64 MiB</translation>
    </message>
    <message>
      <source>Read the clipboard as Base64</source>
      <extracomment>exchange.paste_base64</extracomment>
      <translation>把剪贴板读作 Base64</translation>
    </message>
    <message>
      <source>Read the clipboard as a dump of xxd, hexdump or od</source>
      <extracomment>exchange.paste_dump</extracomment>
      <translation>把剪贴板读作 xxd、hexdump 或 od 的转储</translation>
    </message>
    <message>
      <source>Read the clipboard as an array or string of a programming language</source>
      <extracomment>exchange.paste_array</extracomment>
      <translation>把剪贴板读作编程语言的数组或字符串</translation>
    </message>
    <message>
      <source>Read the clipboard as hex digits</source>
      <extracomment>exchange.paste_hex</extracomment>
      <translation>把剪贴板读作十六进制数字</translation>
    </message>
    <message>
      <source>Read the file again; unsaved edits are asked about</source>
      <extracomment>files.reload</extracomment>
      <translation>重新读取文件；未保存的编辑会先询问</translation>
    </message>
    <message>
      <source>Read the pages of the selection, else the page of the caret, into the page cache</source>
      <extracomment>pages.load</extracomment>
      <translation>把选区的页读入页缓存，否则读入光标所在页</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <extracomment>made of words</extracomment>
      <translation>只读文件系统</translation>
    </message>
    <message>
      <source>Read: nothing can be changed</source>
      <extracomment>open_window</extracomment>
      <translation>读取：什么都不能更改</translation>
    </message>
    <message>
      <source>Reading back</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>正在读回</translation>
    </message>
    <message>
      <source>Reading for the map brought %1 of the file into memory.</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>为页图读取把文件的 %1 带入了内存。</translation>
    </message>
    <message>
      <source>Reading for the map brought no page of the file into memory.</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>为页图读取没有把文件的任何页带入内存。</translation>
    </message>
    <message>
      <source>Reads and writes of this file by other programs are watched now.</source>
      <extracomment>watching</extracomment>
      <translation>现在监视其他程序对此文件的读和写。</translation>
    </message>
    <message>
      <source>Recent patterns</source>
      <extracomment>pattern_edit</extracomment>
      <translation>最近用过的模式</translation>
    </message>
    <message>
      <source>Reco&amp;ver…</source>
      <extracomment>files.recover</extracomment>
      <translation>恢复(&amp;V)…</translation>
    </message>
    <message>
      <source>Record %1 of the IPS patch, at byte 0x%2, repeats nothing; get the patch again.</source>
      <extracomment>core/exchange/ips</extracomment>
      <translation>IPS 补丁的记录 %1（字节 0x%2 处）不重复任何内容；请重新获取补丁。</translation>
    </message>
    <message>
      <source>Recover</source>
      <extracomment>recovery</extracomment>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Recover &amp;Anyway</source>
      <extracomment>recovery</extracomment>
      <translation>仍然恢复(&amp;A)</translation>
    </message>
    <message>
      <source>Recover {name}</source>
      <extracomment>leftovers</extracomment>
      <translation>恢复 {name}</translation>
    </message>
    <message>
      <source>Recovered edits</source>
      <extracomment>edit_log</extracomment>
      <translation>恢复的编辑</translation>
    </message>
    <message>
      <source>Recover…</source>
      <extracomment>asking</extracomment>
      <translation>恢复…</translation>
    </message>
    <message>
      <source>Red</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>红</translation>
    </message>
    <message>
      <source>Redo “%1”</source>
      <extracomment>core/storage/editlog/entries</extracomment>
      <translation>重做“%1”</translation>
    </message>
    <message>
      <source>Regular expression over bytes, such as PK\x03\x04|[0-9]{6,}; . is any byte</source>
      <extracomment>find_fields</extracomment>
      <translation>针对字节的正则表达式，例如 PK\x03\x04|[0-9]{6,}；. 代表任意字节</translation>
    </message>
    <message>
      <source>Reload</source>
      <extracomment>files</extracomment>
      <translation>重新载入</translation>
    </message>
    <message>
      <source>Reload Theirs</source>
      <extracomment>asking</extracomment>
      <translation>重新载入对方的</translation>
    </message>
    <message>
      <source>Reload Theirs shows what is there now, which drops your %1.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“重新载入对方的”显示那里现在的内容，这会丢弃您的 %1。</translation>
    </message>
    <message>
      <source>Reload Theirs shows what is there now.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“重新载入对方的”显示那里现在的内容。</translation>
    </message>
    <message>
      <source>Remove All Bookmar&amp;ks</source>
      <extracomment>bookmarks.remove_all</extracomment>
      <translation>删除全部书签(&amp;K)</translation>
    </message>
    <message>
      <source>Remove all bookmarks of this document</source>
      <extracomment>bookmarks.remove_all</extracomment>
      <translation>删除此文档的全部书签</translation>
    </message>
    <message>
      <source>Remove all that is kept; of open files it is kept again when they are closed</source>
      <extracomment>memory.forget</extracomment>
      <translation>删除全部保留的信息；打开的文件关闭时会再次保留</translation>
    </message>
    <message>
      <source>Remove the innermost bookmark at the caret</source>
      <extracomment>bookmarks.remove</extracomment>
      <translation>删除光标处最内层的书签</translation>
    </message>
    <message>
      <source>Remove the selected bookmarks</source>
      <extracomment>bookmarks</extracomment>
      <translation>删除所选的书签</translation>
    </message>
    <message>
      <source>Repeat at most 1,000 times</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>最多重复 1,000 次</translation>
    </message>
    <message>
      <source>Replace %1</source>
      <extracomment>core/document/replacing</extracomment>
      <translation>替换 %1</translation>
    </message>
    <message>
      <source>Replace A&amp;ll</source>
      <extracomment>find_bar</extracomment>
      <translation>全部替换(&amp;L)</translation>
    </message>
    <message>
      <source>Replace each of the %1 below by %2:</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>把下面 %1中的每一个替换为 %2：</translation>
    </message>
    <message>
      <source>Replace each of these %1 by the bytes behind it:</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>把这 %1 中的每一个替换为其后的字节：</translation>
    </message>
    <message>
      <source>Replace every hit as one step (Ctrl+Enter)</source>
      <extracomment>find_bar</extracomment>
      <translation>一步替换每个命中 (Ctrl+Enter)</translation>
    </message>
    <message>
      <source>Replace in {name}</source>
      <extracomment>replacing</extracomment>
      <translation>在 {name} 中替换</translation>
    </message>
    <message>
      <source>Replace this hit and go to the next (Enter)</source>
      <extracomment>find_bar</extracomment>
      <translation>替换此命中并转到下一个 (Enter)</translation>
    </message>
    <message>
      <source>Replace what is found, one or all</source>
      <extracomment>search.replace</extracomment>
      <translation>替换找到的内容，一个或全部</translation>
    </message>
    <message>
      <source>Replace with</source>
      <extracomment>find_bar</extracomment>
      <translation>替换为</translation>
    </message>
    <message>
      <source>Replacing…</source>
      <extracomment>replacing</extracomment>
      <translation>正在替换…</translation>
    </message>
    <message>
      <source>Reserved</source>
      <extracomment>pages.walk_unwritten</extracomment>
      <translation>已预留</translation>
    </message>
    <message>
      <source>Reset &amp;All</source>
      <extracomment>shortcuts</extracomment>
      <translation>全部重置(&amp;A)</translation>
    </message>
    <message>
      <source>Resi&amp;ze…</source>
      <extracomment>edits.resize</extracomment>
      <translation>调整大小(&amp;Z)…</translation>
    </message>
    <message>
      <source>Resize</source>
      <extracomment>resize</extracomment>
      <translation>调整大小</translation>
    </message>
    <message>
      <source>Resize to %1</source>
      <extracomment>core/document/document</extracomment>
      <translation>大小改为 %1</translation>
    </message>
    <message>
      <source>Resource temporarily unavailable</source>
      <extracomment>made of words</extracomment>
      <translation>资源暂时不可用</translation>
    </message>
    <message>
      <source>Restore &amp;Defaults of This Page</source>
      <extracomment>preferences</extracomment>
      <translation>恢复此页的默认值(&amp;D)</translation>
    </message>
    <message>
      <source>Return</source>
      <extracomment>keys</extracomment>
      <translation>回车</translation>
    </message>
    <message>
      <source>Return, Shift+Return</source>
      <extracomment>keys</extracomment>
      <translation>回车、Shift+回车</translation>
    </message>
    <message>
      <source>Reverse %1</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>反转 %1</translation>
    </message>
    <message>
      <source>Reverse the range</source>
      <extracomment>operation</extracomment>
      <translation>反转范围</translation>
    </message>
    <message>
      <source>Revert %1</source>
      <extracomment>core/document/document</extracomment>
      <translation>还原 %1</translation>
    </message>
    <message>
      <source>Roll &amp;Back</source>
      <extracomment>cut_off</extracomment>
      <translation>回滚(&amp;B)</translation>
    </message>
    <message>
      <source>Roll Back puts the old bytes back; edits that were on their way can be recovered afterwards. Complete the Save writes what was missing. Read-only shows the file as it is.</source>
      <extracomment>cut_off</extracomment>
      <translation>“回滚”放回旧字节；途中的编辑可在之后恢复。“完成保存”写入缺少的部分。“只读”按文件现状显示。</translation>
    </message>
    <message>
      <source>Roll back {name}</source>
      <extracomment>leftovers</extracomment>
      <translation>回滚 {name}</translation>
    </message>
    <message>
      <source>Rotate %1 left by %2</source>
      <extracomment>made of words</extracomment>
      <translation>把 %1 循环左移 %2 字节</translation>
    </message>
    <message>
      <source>Rotate %1 left by %2 bits in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 循环左移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by %2 bits in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 循环左移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by %2 bits in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 循环左移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by %2 bits in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 循环左移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by %2 bits in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 循环左移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by %2 bits in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 循环左移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by %2 bits in bytes</source>
      <extracomment>made of words</extracomment>
      <translation>以字节为单位把 %1 循环左移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by 1 bit in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 循环左移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by 1 bit in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 循环左移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by 1 bit in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 循环左移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by 1 bit in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 循环左移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by 1 bit in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 循环左移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by 1 bit in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 循环左移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 left by 1 bit in bytes</source>
      <extracomment>made of words</extracomment>
      <translation>以字节为单位把 %1 循环左移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by %2</source>
      <extracomment>made of words</extracomment>
      <translation>把 %1 循环右移 %2 字节</translation>
    </message>
    <message>
      <source>Rotate %1 right by %2 bits in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 循环右移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by %2 bits in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 循环右移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by %2 bits in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 循环右移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by %2 bits in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 循环右移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by %2 bits in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 循环右移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by %2 bits in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 循环右移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by %2 bits in bytes</source>
      <extracomment>made of words</extracomment>
      <translation>以字节为单位把 %1 循环右移 %2 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by 1 bit in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 循环右移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by 1 bit in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 循环右移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by 1 bit in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 循环右移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by 1 bit in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 循环右移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by 1 bit in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 循环右移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by 1 bit in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 循环右移 1 位</translation>
    </message>
    <message>
      <source>Rotate %1 right by 1 bit in bytes</source>
      <extracomment>made of words</extracomment>
      <translation>以字节为单位把 %1 循环右移 1 位</translation>
    </message>
    <message>
      <source>Rotate B&amp;ytes…</source>
      <extracomment>operations.turn</extracomment>
      <translation>循环移动字节(&amp;Y)…</translation>
    </message>
    <message>
      <source>Rotate bits left</source>
      <extracomment>operation</extracomment>
      <translation>循环左移位</translation>
    </message>
    <message>
      <source>Rotate bits right</source>
      <extracomment>operation</extracomment>
      <translation>循环右移位</translation>
    </message>
    <message>
      <source>Rotate the bits of each unit to the left or to the right</source>
      <extracomment>operations.rotate</extracomment>
      <translation>把每个单元的位向左或向右循环移动</translation>
    </message>
    <message>
      <source>Rotate the bytes of the range left</source>
      <extracomment>operation</extracomment>
      <translation>循环左移范围内的字节</translation>
    </message>
    <message>
      <source>Rotated by this many bytes the range stays as it is; give another number.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>循环移动这么多字节后范围不变；请给出另一个数字。</translation>
    </message>
    <message>
      <source>Rows</source>
      <extracomment>look.layout_rows</extracomment>
      <translation>行</translation>
    </message>
    <message>
      <source>Rows as Text</source>
      <extracomment>dock</extracomment>
      <translation>以文本显示行</translation>
    </message>
    <message>
      <source>Rows as text</source>
      <extracomment>rows_text</extracomment>
      <translation>以文本显示的行</translation>
    </message>
    <message>
      <source>Rows of the document</source>
      <extracomment>panel</extracomment>
      <translation>文档的行</translation>
    </message>
    <message>
      <source>Rust Array</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>Rust 数组</translation>
    </message>
    <message>
      <source>S&amp;hift…</source>
      <extracomment>compare.shift</extracomment>
      <translation>平移(&amp;H)…</translation>
    </message>
    <message>
      <source>S&amp;hortcuts…</source>
      <extracomment>settings.shortcuts</extracomment>
      <translation>快捷键(&amp;H)…</translation>
    </message>
    <message>
      <source>S&amp;tatistics</source>
      <extracomment>statistics.of_file</extracomment>
      <translation>统计(&amp;T)</translation>
    </message>
    <message>
      <source>S&amp;ubtract…</source>
      <extracomment>operations.subtract</extracomment>
      <translation>减(&amp;U)…</translation>
    </message>
    <message>
      <source>S&amp;wap</source>
      <extracomment>compare.swap</extracomment>
      <translation>交换(&amp;W)</translation>
    </message>
    <message>
      <source>SEEK_HOLE and the list of extents.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>SEEK_HOLE 和区段列表。</translation>
    </message>
    <message>
      <source>SPARC, big-endian</source>
      <extracomment>core/code/machines</extracomment>
      <translation>SPARC，大端</translation>
    </message>
    <message>
      <source>SQLite database</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>SQLite 数据库</translation>
    </message>
    <message>
      <source>SQLite, header of a database</source>
      <extracomment>structures/sqlite</extracomment>
      <translation>SQLite，数据库头</translation>
    </message>
    <message>
      <source>Safe mode, as asked: {what}.</source>
      <extracomment>safe_mode</extracomment>
      <translation>已按要求进入安全模式：{what}。</translation>
    </message>
    <message>
      <source>Safe mode, because the self-test failed: {reason}; {what}.</source>
      <extracomment>safe_mode</extracomment>
      <translation>自检失败（{reason}），已进入安全模式：{what}。</translation>
    </message>
    <message>
      <source>Same place on the next page</source>
      <extracomment>go.next_page</extracomment>
      <translation>下一页的同一位置</translation>
    </message>
    <message>
      <source>Same place on the page before</source>
      <extracomment>go.previous_page</extracomment>
      <translation>上一页的同一位置</translation>
    </message>
    <message>
      <source>Sample: %1 of %2 complete, something of %3 (%4 of %5)</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>抽样：%2 中的 %1完整，%3 中有一部分（%5 中的 %4）</translation>
    </message>
    <message>
      <source>Sample: %1 of %2 complete, something of %3 (%4 of %5) · %6 could not be read</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>抽样：%2 中的 %1完整，%3 中有一部分（%5 中的 %4） · %6 无法读取</translation>
    </message>
    <message>
      <source>Save</source>
      <extracomment>asking</extracomment>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save &amp;As…</source>
      <extracomment>files.save_as</extracomment>
      <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Save &amp;Numbers…</source>
      <extracomment>statistics_export</extracomment>
      <translation>保存数值(&amp;N)…</translation>
    </message>
    <message>
      <source>Save &amp;Plots…</source>
      <extracomment>statistics_export</extracomment>
      <translation>保存图(&amp;P)…</translation>
    </message>
    <message>
      <source>Save Anyway</source>
      <extracomment>asking</extracomment>
      <translation>仍然保存</translation>
    </message>
    <message>
      <source>Save As</source>
      <extracomment>files</extracomment>
      <translation>另存为</translation>
    </message>
    <message>
      <source>Save As…</source>
      <extracomment>asking</extracomment>
      <translation>另存为…</translation>
    </message>
    <message>
      <source>Save Mine</source>
      <extracomment>asking</extracomment>
      <translation>保存我的</translation>
    </message>
    <message>
      <source>Save Mine writes your edits over it.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“保存我的”会用您的编辑覆盖它。</translation>
    </message>
    <message>
      <source>Save Selection &amp;As…</source>
      <extracomment>exchange.save_selection</extracomment>
      <translation>选区另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Save Selection As</source>
      <extracomment>exchange</extracomment>
      <translation>选区另存为</translation>
    </message>
    <message>
      <source>Save Selection As…</source>
      <extracomment>clipboard</extracomment>
      <translation>选区另存为…</translation>
    </message>
    <message>
      <source>Save Session As</source>
      <extracomment>sessions</extracomment>
      <translation>会话另存为</translation>
    </message>
    <message>
      <source>Save all fields as JSON or CSV</source>
      <extracomment>structure_head</extracomment>
      <translation>把所有字段存为 JSON 或 CSV</translation>
    </message>
    <message>
      <source>Save anyway to put your edits over it, reload it, or use Save As</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>“仍然保存”会用您的编辑覆盖它，也可以重新载入，或用“另存为”</translation>
    </message>
    <message>
      <source>Save plots and numbers, or copy the numbers</source>
      <extracomment>statistics_export</extracomment>
      <translation>保存图和数值，或复制数值</translation>
    </message>
    <message>
      <source>Save the map with its legend as PNG or SVG</source>
      <extracomment>exports.picture</extracomment>
      <translation>把页图和图例存为 PNG 或 SVG</translation>
    </message>
    <message>
      <source>Save the numbers as CSV, JSON or text</source>
      <extracomment>statistics_export</extracomment>
      <translation>把数值存为 CSV、JSON 或文本</translation>
    </message>
    <message>
      <source>Save the plots as PNG or SVG</source>
      <extracomment>statistics_export</extracomment>
      <translation>把图存为 PNG 或 SVG</translation>
    </message>
    <message>
      <source>Save the plots of the dock as PNG or SVG</source>
      <extracomment>statistics.save_plots</extracomment>
      <translation>把面板中的图存为 PNG 或 SVG</translation>
    </message>
    <message>
      <source>Save the selection</source>
      <extracomment>files</extracomment>
      <translation>保存选区</translation>
    </message>
    <message>
      <source>Save the thing of the current row as a file</source>
      <extracomment>types</extracomment>
      <translation>把当前行的内容存为文件</translation>
    </message>
    <message>
      <source>Save the thing of the current row, as long as it says it is</source>
      <extracomment>types</extracomment>
      <translation>按其自述的长度保存当前行的内容</translation>
    </message>
    <message>
      <source>Save them as CSV, JSON or text</source>
      <extracomment>statistics.save_numbers</extracomment>
      <translation>存为 CSV、JSON 或文本</translation>
    </message>
    <message>
      <source>Save what is known of the pages as CSV, JSON, Arrow or Parquet</source>
      <extracomment>exports.facts</extracomment>
      <translation>把所知的页信息存为 CSV、JSON、Arrow 或 Parquet</translation>
    </message>
    <message>
      <source>Save with 00 There</source>
      <extracomment>asking</extracomment>
      <translation>以 00 代替并保存</translation>
    </message>
    <message>
      <source>Save without a Journal</source>
      <extracomment>asking</extracomment>
      <translation>不用日志保存</translation>
    </message>
    <message>
      <source>Save {name}</source>
      <extracomment>types</extracomment>
      <translation>保存 {name}</translation>
    </message>
    <message>
      <source>Save {name} as</source>
      <extracomment>saving</extracomment>
      <translation>另存 {name}</translation>
    </message>
    <message>
      <source>Save {size}</source>
      <extracomment>kinds</extracomment>
      <translation>保存 {size}</translation>
    </message>
    <message>
      <source>Saved %1 in %2 s; %3 of it, spread over everything, were read back from the disk and compared.</source>
      <extracomment>core/storage/outcome</extracomment>
      <translation>已保存 %1，用时 %2 秒；其中分布各处的 %3 已从磁盘读回并比较。</translation>
    </message>
    <message>
      <source>Saved %1 in %2 s; all of it was read back from the disk and compared.</source>
      <extracomment>core/storage/outcome</extracomment>
      <translation>已保存 %1，用时 %2 秒；已全部从磁盘读回并比较。</translation>
    </message>
    <message>
      <source>Saved %1 in %2 s; it was not read back.</source>
      <extracomment>core/storage/outcome</extracomment>
      <translation>已保存 %1，用时 %2 秒；没有读回。</translation>
    </message>
    <message>
      <source>Saved %1 in %2 s; nothing had to be written.</source>
      <extracomment>core/storage/outcome</extracomment>
      <translation>已保存 %1，用时 %2 秒；没有需要写入的内容。</translation>
    </message>
    <message>
      <source>Saved %1; %2 of it, spread over everything, were read back from the disk and compared.</source>
      <extracomment>core/storage/outcome</extracomment>
      <translation>已保存 %1；其中分布各处的 %2 已从磁盘读回并比较。</translation>
    </message>
    <message>
      <source>Saved %1; all of it was read back from the disk and compared.</source>
      <extracomment>core/storage/outcome</extracomment>
      <translation>已保存 %1；已全部从磁盘读回并比较。</translation>
    </message>
    <message>
      <source>Saved %1; it was not read back.</source>
      <extracomment>core/storage/outcome</extracomment>
      <translation>已保存 %1；没有读回。</translation>
    </message>
    <message>
      <source>Saved %1; nothing had to be written.</source>
      <extracomment>core/storage/outcome</extracomment>
      <translation>已保存 %1；没有需要写入的内容。</translation>
    </message>
    <message>
      <source>Saved here</source>
      <extracomment>pages.walk_saved</extracomment>
      <translation>在此保存</translation>
    </message>
    <message>
      <source>Saves</source>
      <extracomment>core/touched/lanes</extracomment>
      <translation>保存</translation>
    </message>
    <message>
      <source>Saving as “%1” was stopped.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>另存为“%1”已停止。</translation>
    </message>
    <message>
      <source>Saving is under way; make this change when it has ended.</source>
      <extracomment>core/document/steps</extracomment>
      <translation>正在保存；请在保存结束后再做此更改。</translation>
    </message>
    <message>
      <source>Saving “%1” was stopped before anything was written.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>保存“%1”在写入任何内容之前被停止。</translation>
    </message>
    <message>
      <source>Saving “%1” was stopped; the file is as it was before.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>保存“%1”已停止；文件与之前相同。</translation>
    </message>
    <message>
      <source>Scale</source>
      <extracomment>export_picture</extracomment>
      <translation>比例</translation>
    </message>
    <message>
      <source>Scheme</source>
      <extracomment>menus</extracomment>
      <translation>方案</translation>
    </message>
    <message>
      <source>Scroll &amp;Together</source>
      <extracomment>split.linked</extracomment>
      <translation>一起滚动(&amp;T)</translation>
    </message>
    <message>
      <source>Scroll the page map</source>
      <extracomment>panel</extracomment>
      <translation>滚动页图</translation>
    </message>
    <message>
      <source>Searc&amp;h</source>
      <extracomment>menu</extracomment>
      <translation>搜索(&amp;H)</translation>
    </message>
    <message>
      <source>Search</source>
      <extracomment>preferences</extracomment>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search only in this range</source>
      <extracomment>find_bar</extracomment>
      <translation>只在此范围内查找</translation>
    </message>
    <message>
      <source>Search only in what is selected now</source>
      <extracomment>find_bar</extracomment>
      <translation>只在当前选区内查找</translation>
    </message>
    <message>
      <source>Search the help</source>
      <extracomment>help_window</extracomment>
      <translation>搜索帮助</translation>
    </message>
    <message>
      <source>Search the preferences</source>
      <extracomment>preferences</extracomment>
      <translation>搜索首选项</translation>
    </message>
    <message>
      <source>Searching…</source>
      <extracomment>found</extracomment>
      <translation>正在查找…</translation>
    </message>
    <message>
      <source>Searching… {done} passed, {rate}/s</source>
      <extracomment>finding</extracomment>
      <translation>正在查找…已过 {done}，{rate}/s</translation>
    </message>
    <message>
      <source>Second hex panel of the document</source>
      <extracomment>splitting</extracomment>
      <translation>文档的第二个十六进制面板</translation>
    </message>
    <message>
      <source>Seconds since 1904-01-01</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>自 1904-01-01 起的秒数</translation>
    </message>
    <message>
      <source>Seconds since 1970-01-01 UTC</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>自 1970-01-01 UTC 起的秒数</translation>
    </message>
    <message>
      <source>Seconds since 1980-01-06; leap seconds not taken off</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>自 1980-01-06 起的秒数；未扣除闰秒</translation>
    </message>
    <message>
      <source>See and change every page of a file of any size</source>
      <extracomment>start_page</extracomment>
      <translation>查看并修改任意大小文件的每一页</translation>
    </message>
    <message>
      <source>Seed</source>
      <extracomment>pattern_pages</extracomment>
      <translation>种子</translation>
    </message>
    <message>
      <source>Seed of the random bytes</source>
      <extracomment>pattern_pages</extracomment>
      <translation>随机字节的种子</translation>
    </message>
    <message>
      <source>Seen by us</source>
      <extracomment>pages.walk_seen</extracomment>
      <translation>我们读过</translation>
    </message>
    <message>
      <source>Select</source>
      <extracomment>select_range</extracomment>
      <translation>选择</translation>
    </message>
    <message>
      <source>Select &amp;All</source>
      <extracomment>go.select_all</extracomment>
      <translation>全选(&amp;A)</translation>
    </message>
    <message>
      <source>Select &amp;Range…</source>
      <extracomment>go.select_range</extracomment>
      <translation>选择范围(&amp;R)…</translation>
    </message>
    <message>
      <source>Select Range</source>
      <extracomment>select_range</extracomment>
      <translation>选择范围</translation>
    </message>
    <message>
      <source>Select a range, then Fill, Write or Insert. Ctrl+Z takes everything back, step by step; Ctrl+S saves.</source>
      <extracomment>tour</extracomment>
      <translation>选择一个范围，然后填充、写入或插入。Ctrl+Z 逐步撤回一切；Ctrl+S 保存。</translation>
    </message>
    <message>
      <source>Select bytes and press Ctrl+B: they get a name, a colour and a note, are coloured beside the bytes and marked on the map, and follow every edit.</source>
      <extracomment>bookmarks</extracomment>
      <translation>选择字节并按 Ctrl+B：它们会有名称、颜色和备注，在字节旁着色，在页图上标出，并跟随每次编辑。</translation>
    </message>
    <message>
      <source>Select bytes to see their statistics here.</source>
      <extracomment>statistics</extracomment>
      <translation>请选择字节，以在此查看其统计。</translation>
    </message>
    <message>
      <source>Select every byte</source>
      <extracomment>go.select_all</extracomment>
      <translation>选择全部字节</translation>
    </message>
    <message>
      <source>Select from a start to an end</source>
      <extracomment>go.select_range</extracomment>
      <translation>从起点选到终点</translation>
    </message>
    <message>
      <source>Select the bytes of the block first.</source>
      <extracomment>edits</extracomment>
      <translation>请先选择块的字节。</translation>
    </message>
    <message>
      <source>Select the bytes to be saved first.</source>
      <extracomment>exchange</extracomment>
      <translation>请先选择要保存的字节。</translation>
    </message>
    <message>
      <source>Select the bytes to delete first.</source>
      <extracomment>edits</extracomment>
      <translation>请先选择要删除的字节。</translation>
    </message>
    <message>
      <source>Selected bytes</source>
      <extracomment>status</extracomment>
      <translation>所选字节</translation>
    </message>
    <message>
      <source>Selection</source>
      <extracomment>find_bar</extracomment>
      <translation>选区</translation>
    </message>
    <message>
      <source>Serial correlation</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>序列相关</translation>
    </message>
    <message>
      <source>Sess&amp;ion</source>
      <extracomment>menu</extracomment>
      <translation>会话(&amp;I)</translation>
    </message>
    <message>
      <source>Sessions (*.bytescope);;All files (*)</source>
      <extracomment>sessions</extracomment>
      <translation>会话 (*.bytescope);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Set the length of the document</source>
      <extracomment>edits.resize</extracomment>
      <translation>设置文档长度</translation>
    </message>
    <message>
      <source>Share of 00</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>00 的比例</translation>
    </message>
    <message>
      <source>Shared blocks</source>
      <extracomment>pages.walk_shared</extracomment>
      <translation>共享块</translation>
    </message>
    <message>
      <source>Shares of the classes of bytes</source>
      <extracomment>class_bar</extracomment>
      <translation>各类字节的比例</translation>
    </message>
    <message>
      <source>Shift</source>
      <extracomment>compare</extracomment>
      <translation>平移</translation>
    </message>
    <message>
      <source>Shift %1 left by %2 bits in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 左移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 left by %2 bits in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 左移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 left by %2 bits in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 左移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 left by %2 bits in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 左移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 left by %2 bits in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 左移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 left by %2 bits in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 左移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 left by %2 bits in bytes</source>
      <extracomment>made of words</extracomment>
      <translation>以字节为单位把 %1 左移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 left by 1 bit in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 左移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 left by 1 bit in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 左移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 left by 1 bit in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 左移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 left by 1 bit in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 左移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 left by 1 bit in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 左移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 left by 1 bit in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 左移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 left by 1 bit in bytes</source>
      <extracomment>made of words</extracomment>
      <translation>以字节为单位把 %1 左移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 right by %2 bits in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 右移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 right by %2 bits in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 右移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 right by %2 bits in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 右移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 right by %2 bits in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 右移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 right by %2 bits in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 右移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 right by %2 bits in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 右移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 right by %2 bits in bytes</source>
      <extracomment>made of words</extracomment>
      <translation>以字节为单位把 %1 右移 %2 位</translation>
    </message>
    <message>
      <source>Shift %1 right by 1 bit in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元把 %1 右移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 right by 1 bit in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元把 %1 右移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 right by 1 bit in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元把 %1 右移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 right by 1 bit in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元把 %1 右移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 right by 1 bit in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元把 %1 右移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 right by 1 bit in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元把 %1 右移 1 位</translation>
    </message>
    <message>
      <source>Shift %1 right by 1 bit in bytes</source>
      <extracomment>made of words</extracomment>
      <translation>以字节为单位把 %1 右移 1 位</translation>
    </message>
    <message>
      <source>Shift JIS</source>
      <extracomment>find_fields</extracomment>
      <translation>Shift JIS</translation>
    </message>
    <message>
      <source>Shift bits left</source>
      <extracomment>operation</extracomment>
      <translation>左移位</translation>
    </message>
    <message>
      <source>Shift bits right</source>
      <extracomment>operation</extracomment>
      <translation>右移位</translation>
    </message>
    <message>
      <source>Shift the bits of each unit to the left or to the right</source>
      <extracomment>operations.shift</extracomment>
      <translation>把每个单元的位左移或右移</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <extracomment>preferences</extracomment>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>Shortcuts (*.json);;All Files (*)</source>
      <extracomment>shortcuts</extracomment>
      <translation>快捷键 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Show &amp;All Others</source>
      <extracomment>processes</extracomment>
      <translation>显示所有其他进程(&amp;A)</translation>
    </message>
    <message>
      <source>Show Differences…</source>
      <extracomment>asking</extracomment>
      <translation>显示差异…</translation>
    </message>
    <message>
      <source>Show equal rows of the hex panel as one *</source>
      <extracomment>look.fold</extracomment>
      <translation>把十六进制面板中相同的行显示为一个 *</translation>
    </message>
    <message>
      <source>Show one hex panel again</source>
      <extracomment>split.close</extracomment>
      <translation>重新只显示一个十六进制面板</translation>
    </message>
    <message>
      <source>Show one touch after another (Space)</source>
      <extracomment>timeline</extracomment>
      <translation>逐次显示触及 (Space)</translation>
    </message>
    <message>
      <source>Show only bookmarks whose name or note has this text</source>
      <extracomment>bookmarks</extracomment>
      <translation>只显示名称或备注含此文本的书签</translation>
    </message>
    <message>
      <source>Show only texts with this in them</source>
      <extracomment>strings</extracomment>
      <translation>只显示含有此内容的文本</translation>
    </message>
    <message>
      <source>Show the document alone again</source>
      <extracomment>compare.end</extracomment>
      <translation>重新只显示此文档</translation>
    </message>
    <message>
      <source>Show the layers that are shown at first</source>
      <extracomment>layers.usual</extracomment>
      <translation>显示最初显示的图层</translation>
    </message>
    <message>
      <source>Show the whole file in the map</source>
      <extracomment>look.zoom_fit</extracomment>
      <translation>在页图中显示整个文件</translation>
    </message>
    <message>
      <source>Show this document</source>
      <extracomment>palette_entries</extracomment>
      <translation>显示此文档</translation>
    </message>
    <message>
      <source>Show what is so now</source>
      <extracomment>past_banner</extracomment>
      <translation>显示现在的情况</translation>
    </message>
    <message>
      <source>Show what is so now (End)</source>
      <extracomment>timeline</extracomment>
      <translation>显示现在的情况 (End)</translation>
    </message>
    <message>
      <source>Show what was touched at that time alone</source>
      <extracomment>timeline</extracomment>
      <translation>只显示那个时刻触及的页</translation>
    </message>
    <message>
      <source>Show which pages of the document differ from it</source>
      <extracomment>snapshots</extracomment>
      <translation>显示文档中有哪些页与它不同</translation>
    </message>
    <message>
      <source>Showing {words}</source>
      <extracomment>past_banner</extracomment>
      <translation>正在显示 {words}</translation>
    </message>
    <message>
      <source>Showing {words}: pages touched then. The bytes are those of now.</source>
      <extracomment>past_banner</extracomment>
      <translation>正在显示 {words}：当时触及的页。字节是现在的。</translation>
    </message>
    <message>
      <source>Signed</source>
      <extracomment>find_fields</extracomment>
      <translation>有符号</translation>
    </message>
    <message>
      <source>Size</source>
      <extracomment>new</extracomment>
      <translation>大小</translation>
    </message>
    <message>
      <source>Snaps&amp;hots…</source>
      <extracomment>memory.snapshots</extracomment>
      <translation>快照(&amp;H)…</translation>
    </message>
    <message>
      <source>Snapshots</source>
      <extracomment>snapshots</extracomment>
      <translation>快照</translation>
    </message>
    <message>
      <source>Snapshots (*{suffix});;All files (*)</source>
      <extracomment>snapshots</extracomment>
      <translation>快照 (*{suffix});;所有文件 (*)</translation>
    </message>
    <message>
      <source>Snapshots of Fingerprints</source>
      <extracomment>snapshots</extracomment>
      <translation>指纹快照</translation>
    </message>
    <message>
      <source>So nothing was written.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>因此什么也没有写入。</translation>
    </message>
    <message>
      <source>Softer</source>
      <extracomment>palettes.use_soft</extracomment>
      <translation>柔和</translation>
    </message>
    <message>
      <source>Some of the bytes to be stored cannot be read; check the file they come from.</source>
      <extracomment>core/document/storing</extracomment>
      <translation>要存入的字节有一部分无法读取；请检查其来源文件。</translation>
    </message>
    <message>
      <source>Some of the kept shortcuts cannot be used and were left out.</source>
      <extracomment>settings</extracomment>
      <translation>保存的快捷键中有一些无法使用，已略去。</translation>
    </message>
    <message>
      <source>Some of the operand cannot be read; check the file it comes from.</source>
      <extracomment>core/document/transforming</extracomment>
      <translation>操作数的一部分无法读取；请检查其来源文件。</translation>
    </message>
    <message>
      <source>Source: {source}</source>
      <extracomment>layer_legend</extracomment>
      <translation>来源：{source}</translation>
    </message>
    <message>
      <source>Sp&amp;lit</source>
      <extracomment>menu</extracomment>
      <translation>拆分(&amp;L)</translation>
    </message>
    <message>
      <source>Space and drag, middle button</source>
      <extracomment>keys</extracomment>
      <translation>空格加拖动、中键</translation>
    </message>
    <message>
      <source>Space checks and unchecks, Enter computes, Ctrl+C copies a value.</source>
      <extracomment>checksums</extracomment>
      <translation>空格键勾选或取消，Enter 键计算，Ctrl+C 复制一个值。</translation>
    </message>
    <message>
      <source>Space, +, -, 0</source>
      <extracomment>keys</extracomment>
      <translation>空格、+、-、0</translation>
    </message>
    <message>
      <source>Speed of playing</source>
      <extracomment>timeline</extracomment>
      <translation>播放速度</translation>
    </message>
    <message>
      <source>Split &amp;Beside</source>
      <extracomment>split.beside</extracomment>
      <translation>并排拆分(&amp;B)</translation>
    </message>
    <message>
      <source>Split Be&amp;low</source>
      <extracomment>split.below</extracomment>
      <translation>上下拆分(&amp;L)</translation>
    </message>
    <message>
      <source>Squashfs image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Squashfs 映像</translation>
    </message>
    <message>
      <source>St&amp;rings</source>
      <extracomment>understand.strings</extracomment>
      <translation>字符串(&amp;R)</translation>
    </message>
    <message>
      <source>Stale file handle</source>
      <extracomment>made of words</extracomment>
      <translation>文件句柄已过期</translation>
    </message>
    <message>
      <source>Standard deviation</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>标准差</translation>
    </message>
    <message>
      <source>Start</source>
      <extracomment>bookmark_model</extracomment>
      <translation>开始</translation>
    </message>
    <message>
      <source>Start of the counter</source>
      <extracomment>pattern_pages</extracomment>
      <translation>计数器的起始值</translation>
    </message>
    <message>
      <source>Start of the range</source>
      <extracomment>operation</extracomment>
      <translation>范围的开头</translation>
    </message>
    <message>
      <source>Start: the range begins before offset 0; type 0 or more.</source>
      <extracomment>range_fields</extracomment>
      <translation>开始：范围始于偏移 0 之前；请输入 0 或更大的数。</translation>
    </message>
    <message>
      <source>Start: type where the range begins.</source>
      <extracomment>range_fields</extracomment>
      <translation>开始：请输入范围从何处开始。</translation>
    </message>
    <message>
      <source>Start: {start} is past the end; {size_said}.</source>
      <extracomment>range_fields</extracomment>
      <translation>开始：{start} 超出末尾；{size_said}。</translation>
    </message>
    <message>
      <source>State</source>
      <extracomment>page_info</extracomment>
      <translation>状态</translation>
    </message>
    <message>
      <source>State layers of the map</source>
      <extracomment>layer_legend</extracomment>
      <translation>页图的状态图层</translation>
    </message>
    <message>
      <source>States whose pages are listed</source>
      <extracomment>touched_states</extracomment>
      <translation>列出哪些状态的页</translation>
    </message>
    <message>
      <source>Statistics</source>
      <extracomment>dock</extracomment>
      <translation>统计</translation>
    </message>
    <message>
      <source>Statistics of</source>
      <extracomment>statistics</extracomment>
      <translation>统计对象</translation>
    </message>
    <message>
      <source>Statistics of &amp;Page</source>
      <extracomment>statistics.of_page</extracomment>
      <translation>页统计(&amp;P)</translation>
    </message>
    <message>
      <source>Statistics of Se&amp;lection</source>
      <extracomment>statistics.of_selection</extracomment>
      <translation>选区统计(&amp;L)</translation>
    </message>
    <message>
      <source>Statistics of {name}</source>
      <extracomment>statistics</extracomment>
      <translation>{name} 的统计</translation>
    </message>
    <message>
      <source>Step</source>
      <extracomment>pattern_pages</extracomment>
      <translation>步长</translation>
    </message>
    <message>
      <source>Step of the counter</source>
      <extracomment>pattern_pages</extracomment>
      <translation>计数器的步长</translation>
    </message>
    <message>
      <source>Steps of the document</source>
      <extracomment>history</extracomment>
      <translation>文档的步骤</translation>
    </message>
    <message>
      <source>Stop</source>
      <extracomment>find_bar</extracomment>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop comparing for now, or go on with it</source>
      <extracomment>compare.pause</extracomment>
      <translation>暂停比较，或继续比较</translation>
    </message>
    <message>
      <source>Stop counting</source>
      <extracomment>statistics</extracomment>
      <translation>停止统计</translation>
    </message>
    <message>
      <source>Stop reading pages for the map</source>
      <extracomment>look.pause</extracomment>
      <translation>停止为页图读取页</translation>
    </message>
    <message>
      <source>Stop the search</source>
      <extracomment>find_bar</extracomment>
      <translation>停止查找</translation>
    </message>
    <message>
      <source>Stopped</source>
      <extracomment>statistics</extracomment>
      <translation>已停止</translation>
    </message>
    <message>
      <source>Stopped: nothing was replaced.</source>
      <extracomment>replacing</extracomment>
      <translation>已停止：没有替换任何内容。</translation>
    </message>
    <message>
      <source>Stopped: the bytes %1..%2 are stored already and have no undo.</source>
      <extracomment>core/document/storing</extracomment>
      <translation>已停止：字节 %1..%2 已经存入，无法撤销。</translation>
    </message>
    <message>
      <source>Store in {name}</source>
      <extracomment>session</extracomment>
      <translation>存入 {name}</translation>
    </message>
    <message>
      <source>Stored through the mapping</source>
      <extracomment>pages.walk_stored</extracomment>
      <translation>通过映射存入</translation>
    </message>
    <message>
      <source>Stores to {armed_bytes} of the file are watched now; page tables take up to {table_bytes}.</source>
      <extracomment>auditing</extracomment>
      <translation>现在监视对文件中 {armed_bytes} 的存入；页表最多占 {table_bytes}。</translation>
    </message>
    <message>
      <source>Storing failed (%1) and the old bytes could not be put back (%2): the file may have new bytes in %3..%4; compare it with a copy.</source>
      <extracomment>core/document/storing</extracomment>
      <translation>存入失败（%1），并且旧字节无法放回（%2）：文件的 %3..%4 中可能有新字节；请与副本比较。</translation>
    </message>
    <message>
      <source>Strings</source>
      <extracomment>dock</extracomment>
      <translation>字符串</translation>
    </message>
    <message>
      <source>Structure that is laid</source>
      <extracomment>definition</extracomment>
      <translation>所套用的结构</translation>
    </message>
    <message>
      <source>Structure to be laid</source>
      <extracomment>structure_choice</extracomment>
      <translation>要套用的结构</translation>
    </message>
    <message>
      <source>Structured</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>结构化</translation>
    </message>
    <message>
      <source>Structures</source>
      <extracomment>dock</extracomment>
      <translation>结构</translation>
    </message>
    <message>
      <source>Subtract %1 from %2 in %3-byte %4-endian units</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>以 %3 字节 %4 端单元从 %2 减去 %1</translation>
    </message>
    <message>
      <source>Subtract %1 from %2 in 2-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节大端单元从 %2 减去 %1</translation>
    </message>
    <message>
      <source>Subtract %1 from %2 in 2-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 2 字节小端单元从 %2 减去 %1</translation>
    </message>
    <message>
      <source>Subtract %1 from %2 in 4-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节大端单元从 %2 减去 %1</translation>
    </message>
    <message>
      <source>Subtract %1 from %2 in 4-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 4 字节小端单元从 %2 减去 %1</translation>
    </message>
    <message>
      <source>Subtract %1 from %2 in 8-byte big-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节大端单元从 %2 减去 %1</translation>
    </message>
    <message>
      <source>Subtract %1 from %2 in 8-byte little-endian units</source>
      <extracomment>made of words</extracomment>
      <translation>以 8 字节小端单元从 %2 减去 %1</translation>
    </message>
    <message>
      <source>Subtract %1 from %2 in bytes</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>以字节为单位从 %2 减去 %1</translation>
    </message>
    <message>
      <source>Subtract a number</source>
      <extracomment>operation</extracomment>
      <translation>减一个数</translation>
    </message>
    <message>
      <source>Subtract a number from each unit of a range</source>
      <extracomment>operations.subtract</extracomment>
      <translation>从范围内每个单元减一个数</translation>
    </message>
    <message>
      <source>Sur&amp;vey</source>
      <extracomment>menu</extracomment>
      <translation>扫描(&amp;V)</translation>
    </message>
    <message>
      <source>Sure</source>
      <extracomment>types</extracomment>
      <translation>把握</translation>
    </message>
    <message>
      <source>Swap</source>
      <extracomment>compare</extracomment>
      <translation>交换</translation>
    </message>
    <message>
      <source>Swap &amp;Bytes…</source>
      <extracomment>operations.swap</extracomment>
      <translation>交换字节(&amp;B)…</translation>
    </message>
    <message>
      <source>Swap bytes</source>
      <extracomment>operation</extracomment>
      <translation>交换字节</translation>
    </message>
    <message>
      <source>Swap the bytes of %1 by %2</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>按 %2 字节交换 %1 的字节</translation>
    </message>
    <message>
      <source>TEXT</source>
      <extracomment>core/statistics/numbers</extracomment>
      <translation>文本</translation>
    </message>
    <message>
      <source>TIFF picture</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>TIFF 图片</translation>
    </message>
    <message>
      <source>TRX firmware</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>TRX 固件</translation>
    </message>
    <message>
      <source>Ta&amp;ke Snapshot…</source>
      <extracomment>compare.take_snapshot</extracomment>
      <translation>拍快照(&amp;K)…</translation>
    </message>
    <message>
      <source>Tab</source>
      <extracomment>keys</extracomment>
      <translation>Tab</translation>
    </message>
    <message>
      <source>Table</source>
      <extracomment>structures</extracomment>
      <translation>表格</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <extracomment>statistics_export</extracomment>
      <translation>表格 (*.csv)</translation>
    </message>
    <message>
      <source>Take</source>
      <extracomment>compare</extracomment>
      <translation>拍摄</translation>
    </message>
    <message>
      <source>Take Snapshot</source>
      <extracomment>compare</extracomment>
      <translation>拍快照</translation>
    </message>
    <message>
      <source>Take a snapshot of {name}</source>
      <extracomment>snapshots</extracomment>
      <translation>为 {name} 拍快照</translation>
    </message>
    <message>
      <source>Take in a snapshot that was exported</source>
      <extracomment>snapshots</extracomment>
      <translation>读入已导出的快照</translation>
    </message>
    <message>
      <source>Take out each of these %1:</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>取出这些 %1中的每一个：</translation>
    </message>
    <message>
      <source>Take the clipboard's text in the encoding of the text column</source>
      <extracomment>exchange.paste_text</extracomment>
      <translation>按文本列的编码取用剪贴板的文本</translation>
    </message>
    <message>
      <source>Take the last step back</source>
      <extracomment>edits.undo</extracomment>
      <translation>撤回上一步</translation>
    </message>
    <message>
      <source>Take the map's colours from a file (JSON, .pal or .gpl)</source>
      <extracomment>palettes.load</extracomment>
      <translation>从文件（JSON、.pal 或 .gpl）取得页图的颜色</translation>
    </message>
    <message>
      <source>Take the selected bytes out</source>
      <extracomment>edits.delete</extracomment>
      <translation>取出所选字节</translation>
    </message>
    <message>
      <source>Take the structure and its colours away</source>
      <extracomment>structure_head</extracomment>
      <translation>移除结构及其颜色</translation>
    </message>
    <message>
      <source>Take unsaved edits of the selection or this page back</source>
      <extracomment>edits.revert</extracomment>
      <translation>撤回选区或本页未保存的编辑</translation>
    </message>
    <message>
      <source>Taken</source>
      <extracomment>snapshots</extracomment>
      <translation>拍摄时间</translation>
    </message>
    <message>
      <source>Text</source>
      <extracomment>find_fields</extracomment>
      <translation>文本</translation>
    </message>
    <message>
      <source>Text &amp;encoding</source>
      <extracomment>preferences</extracomment>
      <translation>文本编码(&amp;E)</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <extracomment>disassembly</extracomment>
      <translation>文本 (*.txt)</translation>
    </message>
    <message>
      <source>Text file busy</source>
      <extracomment>made of words</extracomment>
      <translation>程序文件正在使用</translation>
    </message>
    <message>
      <source>Text in ASCII, UTF-8 or UTF-16.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>ASCII、UTF-8 或 UTF-16 的文本。</translation>
    </message>
    <message>
      <source>Text of the help</source>
      <extracomment>help_page</extracomment>
      <translation>帮助的正文</translation>
    </message>
    <message>
      <source>Text to put in its place</source>
      <extracomment>find_fields</extracomment>
      <translation>用来替换的文本</translation>
    </message>
    <message>
      <source>Text to put in its place; \x0A is a byte, \1 or \g&lt;name&gt; what a group found, \0 the hit</source>
      <extracomment>find_fields</extracomment>
      <translation>用来替换的文本；\x0A 是一个字节，\1 或 \g&lt;name&gt; 是分组匹配到的内容，\0 是整个命中</translation>
    </message>
    <message>
      <source>That is more than %1 characters; shorten it.</source>
      <extracomment>core/inspect/kind</extracomment>
      <translation>超过 %1 个字符；请缩短。</translation>
    </message>
    <message>
      <source>The %1 actions of the BPS patch make %2 of %3 bytes, up to byte 0x%4 of the patch; get the patch again.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>BPS 补丁的 %1 个操作（到补丁的字节 0x%4 为止）只生成 %3 个字节中的 %2 个；请重新获取该补丁。</translation>
    </message>
    <message>
      <source>The %1 could not be saved as %2: %3; choose another file or folder.</source>
      <extracomment>core/storage/exporting</extracomment>
      <translation>%1无法保存为 %2：%3；请选择另一个文件或文件夹。</translation>
    </message>
    <message>
      <source>The %1 pages that had been read are as before.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>已读取的 %1 页与之前相同。</translation>
    </message>
    <message>
      <source>The %1 pages that had been read are the same in both.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>已读取的 %1 页在两者中相同。</translation>
    </message>
    <message>
      <source>The %1 pages that had been read is as before.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>已读取的 %1 页与之前相同。</translation>
    </message>
    <message>
      <source>The %1 pages that had been read is the same in both.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>已读取的 %1 页在两者中相同。</translation>
    </message>
    <message>
      <source>The %1s are not a list; export them again.</source>
      <extracomment>core/bookmarks/records</extracomment>
      <translation>%1 不是列表；请重新导出。</translation>
    </message>
    <message>
      <source>The &amp;selection ({count})</source>
      <extracomment>export_bytes</extracomment>
      <translation>选区（{count}）(&amp;S)</translation>
    </message>
    <message>
      <source>The &amp;unsaved edits: from the file as it was saved to the document</source>
      <extracomment>export_patch</extracomment>
      <translation>未保存的编辑：从已保存的文件到此文档(&amp;U)</translation>
    </message>
    <message>
      <source>The BPS patch is cut off at byte 0x%1; get it again.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>BPS 补丁在字节 0x%1 处被截断；请重新获取。</translation>
    </message>
    <message>
      <source>The BPS patch is cut off in %1, at byte 0x%2 of the patch; get it again.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>BPS 补丁在%1处被截断，位于补丁的字节 0x%2；请重新获取。</translation>
    </message>
    <message>
      <source>The BPS patch is damaged: the checksum at its byte 0x%1 is %2, and its bytes have %3; get it again.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>BPS 补丁已损坏：其字节 0x%1 处的校验和为 %2，而它的字节算得 %3；请重新获取。</translation>
    </message>
    <message>
      <source>The BPS patch is for a file of %1 bytes and this one has %2; open the file that it was made for.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>BPS 补丁用于 %1 字节的文件，而此文件有 %2；请打开制作补丁时的文件。</translation>
    </message>
    <message>
      <source>The BPS patch is for files of more than %1; use an edit script for those.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>BPS 补丁用于大于 %1 的文件；请对它们使用编辑脚本。</translation>
    </message>
    <message>
      <source>The Base64 cannot be read; copy it again.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>Base64 无法读取；请重新复制。</translation>
    </message>
    <message>
      <source>The Base64 is cut off: one character is missing or too many at its end; copy all of it.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>Base64 被截断：末尾少一个或多一个字符；请全部复制。</translation>
    </message>
    <message>
      <source>The Bytes</source>
      <extracomment>tour</extracomment>
      <translation>字节</translation>
    </message>
    <message>
      <source>The IPS patch is cut off in record %1, at byte 0x%2 of the patch; get it again.</source>
      <extracomment>core/exchange/ips</extracomment>
      <translation>IPS 补丁在记录 %1 中、补丁的字节 0x%2 处被截断；请重新获取。</translation>
    </message>
    <message>
      <source>The Legend</source>
      <extracomment>tour</extracomment>
      <translation>图例</translation>
    </message>
    <message>
      <source>The Map</source>
      <extracomment>tour</extracomment>
      <translation>页图</translation>
    </message>
    <message>
      <source>The address at which the first byte of the document runs</source>
      <extracomment>disassembly</extracomment>
      <translation>文档第一个字节运行时所在的地址</translation>
    </message>
    <message>
      <source>The block has more than the %1 that are kept in memory; copy a smaller one.</source>
      <extracomment>core/document/live</extracomment>
      <translation>块大于内存中保留的 %1；请复制较小的块。</translation>
    </message>
    <message>
      <source>The bookmark before</source>
      <extracomment>bookmarks.previous</extracomment>
      <translation>前一个书签</translation>
    </message>
    <message>
      <source>The bookmarks of this document.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>此文档的书签。</translation>
    </message>
    <message>
      <source>The bookmarks were written to “{name}”.</source>
      <extracomment>bookmarks</extracomment>
      <translation>书签已写入“{name}”。</translation>
    </message>
    <message>
      <source>The bytes %1..%2 are stored already and have no undo.</source>
      <extracomment>core/document/storing</extracomment>
      <translation>字节 %1..%2 已经存入，无法撤销。</translation>
    </message>
    <message>
      <source>The bytes are not here; try again when they have been read.</source>
      <extracomment>field_values</extracomment>
      <translation>字节尚未就绪；读取之后再试。</translation>
    </message>
    <message>
      <source>The bytes at the caret as numbers, times, characters and colours; edit them there</source>
      <extracomment>inspecting.values</extracomment>
      <translation>光标处的字节作为数字、时间、字符和颜色；可在那里编辑</translation>
    </message>
    <message>
      <source>The bytes could not be decoded.</source>
      <extracomment>disassembly</extracomment>
      <translation>无法解码这些字节。</translation>
    </message>
    <message>
      <source>The bytes from line %1 on are for address 0x%2, which those from line %3 on have already; mend one of the two.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>从第 %1 行起的字节用于地址 0x%2，而从第 %3 行起的字节已占用该地址；请改正其中之一。</translation>
    </message>
    <message>
      <source>The bytes of a range in the other order</source>
      <extracomment>operations.reverse</extracomment>
      <translation>把范围的字节反序</translation>
    </message>
    <message>
      <source>The bytes of each unit in the other order</source>
      <extracomment>operations.swap</extracomment>
      <translation>把每个单元的字节反序</translation>
    </message>
    <message>
      <source>The bytes of the file are repeated as often as they are needed.</source>
      <extracomment>pattern_edit</extracomment>
      <translation>文件的字节按需要重复。</translation>
    </message>
    <message>
      <source>The bytes of the last flush were not kept here; select other bytes, or undo.</source>
      <extracomment>core/document/live</extracomment>
      <translation>上次刷盘的字节此处没有保留；请选择其他字节，或撤销。</translation>
    </message>
    <message>
      <source>The bytes of this edit cannot be read any more; make it again by hand.</source>
      <extracomment>core/document/applying</extracomment>
      <translation>此编辑的字节已无法读取；请手动重做。</translation>
    </message>
    <message>
      <source>The bytes that such a structure is known by are not there.</source>
      <extracomment>structures</extracomment>
      <translation>那里没有这种结构的特征字节。</translation>
    </message>
    <message>
      <source>The bytes were imported; Undo takes them out again.</source>
      <extracomment>files</extracomment>
      <translation>字节已导入；可用撤销取消。</translation>
    </message>
    <message>
      <source>The character here takes %1, this one %2; give one of the same length.</source>
      <extracomment>core/inspect/characters</extracomment>
      <translation>此处的字符占 %1，而这个占 %2；请给出长度相同的字符。</translation>
    </message>
    <message>
      <source>The clipboard has neither bytes nor text; copy some first.</source>
      <extracomment>clipboard</extracomment>
      <translation>剪贴板中既没有字节也没有文本；请先复制一些。</translation>
    </message>
    <message>
      <source>The clipboard has no text; copy some first.</source>
      <extracomment>exchange</extracomment>
      <translation>剪贴板中没有文本；请先复制一些。</translation>
    </message>
    <message>
      <source>The clipboard is being read.</source>
      <extracomment>paste_special</extracomment>
      <translation>正在读取剪贴板。</translation>
    </message>
    <message>
      <source>The clipboard is being read…</source>
      <extracomment>paste_special</extracomment>
      <translation>正在读取剪贴板…</translation>
    </message>
    <message>
      <source>The colour of %1 must be written as #RRGGBB.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>%1的颜色必须写成 #RRGGBB。</translation>
    </message>
    <message>
      <source>The comparison ended, as “{name}” was closed.</source>
      <extracomment>compare</extracomment>
      <translation>“{name}”已关闭，比较随之结束。</translation>
    </message>
    <message>
      <source>The comparison that was started last.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>最近开始的比较。</translation>
    </message>
    <message>
      <source>The comparison was stopped.</source>
      <extracomment>differing</extracomment>
      <translation>比较已停止。</translation>
    </message>
    <message>
      <source>The computation failed.</source>
      <extracomment>checksums</extracomment>
      <translation>计算失败。</translation>
    </message>
    <message>
      <source>The computation was stopped.</source>
      <extracomment>checksums</extracomment>
      <translation>计算已停止。</translation>
    </message>
    <message>
      <source>The count of “%1” is %2: it is left empty.</source>
      <extracomment>core/structs/placing</extracomment>
      <translation>“%1”的数目为 %2：留空。</translation>
    </message>
    <message>
      <source>The definition has more than %1 characters; leave out what is not needed.</source>
      <extracomment>core/structs/tokens</extracomment>
      <translation>定义超过 %1 个字符；请去掉不需要的部分。</translation>
    </message>
    <message>
      <source>The definition has no structure “{name}”; choose another.</source>
      <extracomment>structures</extracomment>
      <translation>定义中没有结构“{name}”；请另选一个。</translation>
    </message>
    <message>
      <source>The document</source>
      <extracomment>types</extracomment>
      <translation>文档</translation>
    </message>
    <message>
      <source>The document and the file are the same, and no page that had been read was changed.</source>
      <extracomment>differences</extracomment>
      <translation>文档与文件相同，读取过的页都没有更改。</translation>
    </message>
    <message>
      <source>The document changed its size while it was exported; export it again.</source>
      <extracomment>fact_export</extracomment>
      <translation>导出期间文档的大小改变了；请重新导出。</translation>
    </message>
    <message>
      <source>The document ends here; press Insert for insert mode, in which typing adds bytes.</source>
      <extracomment>typing</extracomment>
      <translation>文档到此结束；请按 Insert 进入插入模式，在其中输入会添加字节。</translation>
    </message>
    <message>
      <source>The document has changed since; these are values of what it was. Compute them again.</source>
      <extracomment>checksums</extracomment>
      <translation>之后文档有更改；这些是更改前的值。请重新计算。</translation>
    </message>
    <message>
      <source>The document is empty</source>
      <extracomment>model</extracomment>
      <translation>文档为空</translation>
    </message>
    <message>
      <source>The document is empty; there is nothing to look at.</source>
      <extracomment>scope</extracomment>
      <translation>文档为空；没有可查看的内容。</translation>
    </message>
    <message>
      <source>The document is in too many pieces to copy so many of them; save it first.</source>
      <extracomment>core/document/document</extracomment>
      <translation>文档分成的片段太多，无法复制这么多；请先保存。</translation>
    </message>
    <message>
      <source>The document was changed after the save was planned; save again.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>计划保存之后文档又有更改；请再保存一次。</translation>
    </message>
    <message>
      <source>The document was changed meanwhile, so nothing was done; do it once more.</source>
      <extracomment>core/document/document</extracomment>
      <translation>其间文档已被更改，因此什么也没有做；请再做一次。</translation>
    </message>
    <message>
      <source>The document was changed meanwhile, so nothing was replaced; press Replace again.</source>
      <extracomment>replacing</extracomment>
      <translation>文档在此期间被更改，因此没有替换任何内容；请再按一次“替换”。</translation>
    </message>
    <message>
      <source>The document with its edits was written to “%1”.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>文档连同其编辑已写入“%1”。</translation>
    </message>
    <message>
      <source>The dump has no line with bytes; choose another file.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>转储中没有带字节的行；请选择另一个文件。</translation>
    </message>
    <message>
      <source>The dump stands for more than %1; import it as a file.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>转储代表超过 %1；请作为文件导入。</translation>
    </message>
    <message>
      <source>The dump stands for more than %1; use xxd -r.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>转储代表超过 %1；请使用 xxd -r。</translation>
    </message>
    <message>
      <source>The edit log cannot be read: %1; try again later.</source>
      <extracomment>core/storage/editlog/orphans</extracomment>
      <translation>编辑日志无法读取：%1；请稍后再试。</translation>
    </message>
    <message>
      <source>The edit log cannot be read: another version of Bytescope has written it, or it is damaged from its first byte on; discard it, or keep it for that version.</source>
      <extracomment>core/storage/editlog/orphans</extracomment>
      <translation>编辑日志无法读取：由另一版本的 Bytescope 写出，或从第一个字节起已损坏；请丢弃它，或为那个版本保留。</translation>
    </message>
    <message>
      <source>The edit log could not be removed: %1; try again, or remove “%2” from “%3” by hand.</source>
      <extracomment>core/storage/editlog/orphans</extracomment>
      <translation>编辑日志无法删除：%1；请再试，或手动从“%3”删除“%2”。</translation>
    </message>
    <message>
      <source>The edit log is not there any more; nothing is left to recover.</source>
      <extracomment>core/storage/editlog/orphans</extracomment>
      <translation>编辑日志已不在了；没有可恢复的内容。</translation>
    </message>
    <message>
      <source>The edits behind this cannot be told: %1</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>此后的编辑无法说明：%1</translation>
    </message>
    <message>
      <source>The edits of “%1” are gone; the file is as it was before the save.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>“%1”的编辑已不在；文件与保存之前相同。</translation>
    </message>
    <message>
      <source>The edits of “{shown}” are here again, as unsaved steps that can be undone.</source>
      <extracomment>leftovers</extracomment>
      <translation>“{shown}”的编辑又在这里了，作为可撤销的未保存步骤。</translation>
    </message>
    <message>
      <source>The encoding %1 is not known; choose one of the list.</source>
      <extracomment>core/search/needle</extracomment>
      <translation>不认识编码 %1；请从列表中选择。</translation>
    </message>
    <message>
      <source>The end of their log is damaged; what is before it is whole.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>其日志的末尾已损坏；之前的部分完好。</translation>
    </message>
    <message>
      <source>The expression can be empty, so it would be found everywhere; use + instead of *, or {1,9}.</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>表达式可以为空，因此到处都会找到；请用 + 代替 *，或用 {1,9}。</translation>
    </message>
    <message>
      <source>The expression ends with “\”; write \\ for the character</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>表达式以“\”结尾；要表示字符请写 \\</translation>
    </message>
    <message>
      <source>The expression is not understood (%1)</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>无法理解表达式（%1）</translation>
    </message>
    <message>
      <source>The expression is not understood: %1.</source>
      <extracomment>core/strings/found</extracomment>
      <translation>无法理解表达式：%1。</translation>
    </message>
    <message>
      <source>The expression is too large; use smaller repetitions</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>表达式太大；请使用较少的重复</translation>
    </message>
    <message>
      <source>The fewest characters of a text</source>
      <extracomment>strings</extracomment>
      <translation>文本的最少字符数</translation>
    </message>
    <message>
      <source>The file cannot be read to its end; check its medium.</source>
      <extracomment>core/exchange/text_lines</extracomment>
      <translation>文件无法读到末尾；请检查其介质。</translation>
    </message>
    <message>
      <source>The file could not be read ({reason}); choose another one.</source>
      <extracomment>shortcuts</extracomment>
      <translation>无法读取文件（{reason}）；请另选一个。</translation>
    </message>
    <message>
      <source>The file could not be written ({reason}); choose another place.</source>
      <extracomment>shortcuts</extracomment>
      <translation>无法写入文件（{reason}）；请另选位置。</translation>
    </message>
    <message>
      <source>The file does not say where its code begins; begin at the caret.</source>
      <extracomment>disassembly</extracomment>
      <translation>文件没有说明代码从何处开始；请从光标开始。</translation>
    </message>
    <message>
      <source>The file ends amid a byte: a digit is missing behind “%1”; check its end.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>文件在一个字节中间结束：“%1”后面缺少一个数字；请检查其结尾。</translation>
    </message>
    <message>
      <source>The file has columns of a kind that is not known.</source>
      <extracomment>core/pages/remembered/columns</extracomment>
      <translation>文件有未知种类的列。</translation>
    </message>
    <message>
      <source>The file has no bytes there yet; save first.</source>
      <extracomment>page_acts</extracomment>
      <translation>文件在那里还没有字节；请先保存。</translation>
    </message>
    <message>
      <source>The file has no page classes that could be shown.</source>
      <extracomment>core/pages/remembered/coding</extracomment>
      <translation>文件没有可显示的页类别。</translation>
    </message>
    <message>
      <source>The file has no record with bytes; choose another one.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>文件没有带字节的记录；请选择另一个文件。</translation>
    </message>
    <message>
      <source>The file holds more than %1; convert it with another program.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>文件含有超过 %1；请用其他程序转换。</translation>
    </message>
    <message>
      <source>The file is as it was when they were made.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>文件与做这些编辑时相同。</translation>
    </message>
    <message>
      <source>The file is cut off or damaged.</source>
      <extracomment>core/storage/shelf</extracomment>
      <translation>文件被截断或已损坏。</translation>
    </message>
    <message>
      <source>The file is damaged.</source>
      <extracomment>core/pages/print_shelf</extracomment>
      <translation>文件已损坏。</translation>
    </message>
    <message>
      <source>The file is no longer where it was.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>文件已不在原处。</translation>
    </message>
    <message>
      <source>The file is read when it is applied; there is no preview of it.</source>
      <extracomment>operation</extracomment>
      <translation>应用时才读取该文件；没有预览。</translation>
    </message>
    <message>
      <source>The file is read when it is filled in; there is no preview of it.</source>
      <extracomment>fill</extracomment>
      <translation>填充时才读取该文件；没有预览。</translation>
    </message>
    <message>
      <source>The file is rewritten in place although a fill repeats the bytes of this very file, because %1.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>尽管填充重复的正是此文件的字节，文件仍原地重写，因为%1。</translation>
    </message>
    <message>
      <source>The file is rewritten in place although so many bytes move inside the file that they cannot all be set aside, because %1.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>尽管文件内移动的字节太多而无法全部暂存，文件仍原地重写，因为%1。</translation>
    </message>
    <message>
      <source>The file is rewritten in place although the length changes and bytes move, because %1.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>尽管长度改变而字节移动，文件仍原地重写，因为%1。</translation>
    </message>
    <message>
      <source>The file keeps other sums than this version needs.</source>
      <extracomment>core/pages/remembered/coding</extracomment>
      <translation>文件保存的和不是此版本所需的。</translation>
    </message>
    <message>
      <source>The file now</source>
      <extracomment>recovery</extracomment>
      <translation>现在的文件</translation>
    </message>
    <message>
      <source>The file says something impossible of its %1.</source>
      <extracomment>core/storage/shelf</extracomment>
      <translation>文件对其 %1 的说明不可能成立。</translation>
    </message>
    <message>
      <source>The file stands for more than %1; use another program.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>文件代表超过 %1；请使用其他程序。</translation>
    </message>
    <message>
      <source>The file stands for no bytes; choose another one.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>文件不代表任何字节；请选择另一个文件。</translation>
    </message>
    <message>
      <source>The file stays partly old and partly new.</source>
      <extracomment>recovery</extracomment>
      <translation>文件仍然一部分是旧的，一部分是新的。</translation>
    </message>
    <message>
      <source>The file that was edited is not there, so %1 were written as text to “%2”.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>被编辑的文件不在了，因此 %1已作为文本写入“%2”。</translation>
    </message>
    <message>
      <source>The file under the edits was changed since they were made: check the result.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>编辑所依据的文件在编辑之后已被更改：请检查结果。</translation>
    </message>
    <message>
      <source>The file was changed since they were made.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>文件在做这些编辑之后已更改。</translation>
    </message>
    <message>
      <source>The file will have up to {size}, {row} bytes a record; holes are left out.</source>
      <extracomment>export_bytes</extracomment>
      <translation>文件最大为 {size}，每条记录 {row} 字节；空洞略去。</translation>
    </message>
    <message>
      <source>The file will have up to {size}.</source>
      <extracomment>export_bytes</extracomment>
      <translation>文件最大为 {size}。</translation>
    </message>
    <message>
      <source>The file's name must end with .csv, .json, .arrow or .parquet.</source>
      <extracomment>export_facts</extracomment>
      <translation>文件名须以 .csv、.json、.arrow 或 .parquet 结尾。</translation>
    </message>
    <message>
      <source>The file's name must end with .png or with .svg.</source>
      <extracomment>export_picture</extracomment>
      <translation>文件名须以 .png 或 .svg 结尾。</translation>
    </message>
    <message>
      <source>The files are identical (%1).</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>两个文件完全相同（%1）。</translation>
    </message>
    <message>
      <source>The filter is a regular expression</source>
      <extracomment>strings</extracomment>
      <translation>筛选内容是正则表达式</translation>
    </message>
    <message>
      <source>The filter is a regular expression, such as ^https?:</source>
      <extracomment>strings</extracomment>
      <translation>筛选内容是正则表达式，例如 ^https?:</translation>
    </message>
    <message>
      <source>The first and the last bytes</source>
      <extracomment>paste_special</extracomment>
      <translation>开头和末尾的字节</translation>
    </message>
    <message>
      <source>The first and the last bytes are shown here.</source>
      <extracomment>fill</extracomment>
      <translation>这里显示开头和末尾的字节。</translation>
    </message>
    <message>
      <source>The first byte is at {value}.</source>
      <extracomment>export_bytes</extracomment>
      <translation>第一个字节在 {value}。</translation>
    </message>
    <message>
      <source>The first bytes are at 0x%1, before the base 0x%2; give a smaller one.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>第一批字节在 0x%1，位于基址 0x%2 之前；请给出较小的基址。</translation>
    </message>
    <message>
      <source>The first bytes are shown here, before and after.</source>
      <extracomment>operation</extracomment>
      <translation>这里显示开头的字节，运算前和运算后。</translation>
    </message>
    <message>
      <source>The folder could not be flushed: after a power failure the old state may be back; save once more later.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>文件夹无法刷盘：断电后可能恢复旧状态；请稍后再保存一次。</translation>
    </message>
    <message>
      <source>The folder for journals and edit logs, “%1”, cannot be used: %2; make it writable for you, or set XDG_STATE_HOME to another folder.</source>
      <extracomment>core/storage/private</extracomment>
      <translation>存放日志的文件夹“%1”无法使用：%2；请使您可以写入它，或把 XDG_STATE_HOME 设为另一文件夹。</translation>
    </message>
    <message>
      <source>The hex panel is not split; Ctrl+\ splits it.</source>
      <extracomment>split</extracomment>
      <translation>十六进制面板没有拆分；按 Ctrl+\ 可拆分。</translation>
    </message>
    <message>
      <source>The hit at offset %1 is not there any more or cannot be read, so nothing was changed; search again.</source>
      <extracomment>core/search/template</extracomment>
      <translation>偏移 %1 处的命中已不存在或无法读取，因此没有更改任何内容；请重新查找。</translation>
    </message>
    <message>
      <source>The hit before</source>
      <extracomment>go.find_previous</extracomment>
      <translation>上一个命中</translation>
    </message>
    <message>
      <source>The index of the file cannot be read.</source>
      <extracomment>core/storage/shelf</extracomment>
      <translation>文件的索引无法读取。</translation>
    </message>
    <message>
      <source>The installed capstone cannot decode %1; choose another machine.</source>
      <extracomment>core/code/disassembling</extracomment>
      <translation>安装的 capstone 不能解码 %1；请选择另一种机器。</translation>
    </message>
    <message>
      <source>The journal cannot be read: %1; try again later.</source>
      <extracomment>core/storage/journal/orphans</extracomment>
      <translation>日志无法读取：%1；请稍后再试。</translation>
    </message>
    <message>
      <source>The journal has not all new bytes of “%1”, so the save cannot be completed; roll it back, recover the edits, and save again.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>日志中没有“%1”的全部新字节，因此保存无法完成；请回滚，恢复编辑，再保存。</translation>
    </message>
    <message>
      <source>The journal has only the old bytes of “%1”, so the save cannot be completed; roll it back.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>日志中只有“%1”的旧字节，因此保存无法完成；请回滚。</translation>
    </message>
    <message>
      <source>The kernel was asked to %1 %2; how many it did is not told (%3).</source>
      <extracomment>core/touched/acts</extracomment>
      <translation>已请内核%1 %2；它做了多少不得而知（%3）。</translation>
    </message>
    <message>
      <source>The kernel's trace events (root).</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>内核的跟踪事件 (root)。</translation>
    </message>
    <message>
      <source>The kernel's trace events cannot be had (%1); try again.</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>无法取得内核的跟踪事件（%1）；请再试。</translation>
    </message>
    <message>
      <source>The key classes of the palette must be an object, as {"TEXT": "#84BEFF"}.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色的键 classes 必须是对象，例如 {"TEXT": "#84BEFF"}。</translation>
    </message>
    <message>
      <source>The key name of the palette must be a text.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色的键 name 必须是文本。</translation>
    </message>
    <message>
      <source>The key ramp of the palette must be a list of 2 to %1 colours.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色的键 ramp 必须是 2 到 %1 种颜色的列表。</translation>
    </message>
    <message>
      <source>The keys of {count} commands were taken.</source>
      <extracomment>shortcuts</extracomment>
      <translation>已取用 {count} 个命令的按键。</translation>
    </message>
    <message>
      <source>The last %1 had been undone.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>最后 %1已被撤销。</translation>
    </message>
    <message>
      <source>The last save has overwritten bytes that this step needs, so it is no longer possible.</source>
      <extracomment>core/document/document</extracomment>
      <translation>上次保存已覆盖此步骤所需的字节，因此不再可能。</translation>
    </message>
    <message>
      <source>The length of the range is negative; type a length of 0 or more.</source>
      <extracomment>core/text/range_text</extracomment>
      <translation>范围的长度为负；请输入 0 或更大的长度。</translation>
    </message>
    <message>
      <source>The length of this document cannot change in this access mode.</source>
      <extracomment>palette</extracomment>
      <translation>在此访问方式下文档长度不能改变。</translation>
    </message>
    <message>
      <source>The list of edits in force.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>有效编辑的列表。</translation>
    </message>
    <message>
      <source>The list of extents (FIEMAP).</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>区段列表 (FIEMAP)。</translation>
    </message>
    <message>
      <source>The list of results.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>结果列表。</translation>
    </message>
    <message>
      <source>The machine</source>
      <extracomment>disassembly</extracomment>
      <translation>机器类型</translation>
    </message>
    <message>
      <source>The map does not show mapped pages now.</source>
      <extracomment>processes</extracomment>
      <translation>页图现在不显示被映射的页。</translation>
    </message>
    <message>
      <source>The map is being loaded…</source>
      <extracomment>document_view</extracomment>
      <translation>正在载入页图…</translation>
    </message>
    <message>
      <source>The map shows the pages that anybody but us has mapped.</source>
      <extracomment>processes</extracomment>
      <translation>页图显示除我们以外任何进程映射的页。</translation>
    </message>
    <message>
      <source>The map shows the pages that process {followed} has mapped.</source>
      <extracomment>processes</extracomment>
      <translation>页图显示进程 {followed} 映射的页。</translation>
    </message>
    <message>
      <source>The map was saved as {name}.</source>
      <extracomment>exports</extracomment>
      <translation>页图已保存为{name}。</translation>
    </message>
    <message>
      <source>The map will have {width:,} × {height:,} pixels.</source>
      <extracomment>export_picture</extracomment>
      <translation>页图将有 {width:,} × {height:,} 像素。</translation>
    </message>
    <message>
      <source>The map will have {width:,} × {height:,} pixels; the legend stands below it.</source>
      <extracomment>export_picture</extracomment>
      <translation>页图将有 {width:,} × {height:,} 像素；图例在其下方。</translation>
    </message>
    <message>
      <source>The medium did not take what was stored in "%1" (%2); it may be lost after a restart: save a copy elsewhere.</source>
      <extracomment>core/source/file</extracomment>
      <translation>介质没有接受存入 "%1" 的内容（%2）；重启后可能丢失：请在别处保存副本。</translation>
    </message>
    <message>
      <source>The medium reported an error when it was read.</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>读取时介质报告了错误。</translation>
    </message>
    <message>
      <source>The memory has %1 bytes, so nothing can be stored at %2; resize it first.</source>
      <extracomment>core/source/memory</extracomment>
      <translation>内存有 %1 字节，因此不能在 %2 处存入；请先改变大小。</translation>
    </message>
    <message>
      <source>The new document will have {end} bytes, the first at {start}.</source>
      <extracomment>import_bytes</extracomment>
      <translation>新文档将有 {end} 字节，第一个在 {start}。</translation>
    </message>
    <message>
      <source>The next bookmark of this document</source>
      <extracomment>bookmarks.next</extracomment>
      <translation>此文档的下一个书签</translation>
    </message>
    <message>
      <source>The next hit</source>
      <extracomment>go.find_next</extracomment>
      <translation>下一个命中</translation>
    </message>
    <message>
      <source>The next page of hits</source>
      <extracomment>found</extracomment>
      <translation>下一页命中</translation>
    </message>
    <message>
      <source>The next page of the state shown alone, else of the one chosen below (N in the map)</source>
      <extracomment>pages.next_touched</extracomment>
      <translation>单独显示的状态的下一页，否则为下面所选状态的下一页（页图中按 N）</translation>
    </message>
    <message>
      <source>The next page that another program changed since it was read</source>
      <extracomment>go.next_outside</extracomment>
      <translation>读取之后被其他程序更改的下一页</translation>
    </message>
    <message>
      <source>The next page that holds the same bytes</source>
      <extracomment>pages.next_copy</extracomment>
      <translation>内容相同的下一页</translation>
    </message>
    <message>
      <source>The next page with unsaved edits</source>
      <extracomment>go.next_edited</extracomment>
      <translation>下一个有未保存编辑的页</translation>
    </message>
    <message>
      <source>The number</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>数字</translation>
    </message>
    <message>
      <source>The number does not fit into %1; take f64.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>数字放不进 %1；请用 f64。</translation>
    </message>
    <message>
      <source>The number has more than %1 characters; shorten it.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>数字超过 %1 个字符；请缩短。</translation>
    </message>
    <message>
      <source>The number here takes %1, which in LEB128 have %2 bits; %3</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>此处的数字占 %1，在 LEB128 中有 %2 位；%3</translation>
    </message>
    <message>
      <source>The number is missing or too long; write it as 1.5, -2e-3, inf or nan.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>缺少数字或数字太长；请写成 1.5、-2e-3、inf 或 nan。</translation>
    </message>
    <message>
      <source>The number is missing; write 5, 0x1F, 10..20 or 10 ± 2.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>缺少数字；请写 5、0x1F、10..20 或 10 ± 2。</translation>
    </message>
    <message>
      <source>The number is not finished; type what comes after the last sign.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>数字没有写完；请输入最后一个符号之后的内容。</translation>
    </message>
    <message>
      <source>The number to put in its place</source>
      <extracomment>find_fields</extracomment>
      <translation>用来替换的数</translation>
    </message>
    <message>
      <source>The offset or the count lies outside of the document; change it.</source>
      <extracomment>structures</extracomment>
      <translation>偏移或个数在文档之外；请更改。</translation>
    </message>
    <message>
      <source>The offsets of the dump go back behind its first one; sort its lines.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>转储的偏移退到第一个之前；请把各行排序。</translation>
    </message>
    <message>
      <source>The offsets of this dump can be hexadecimal (hexdump) or octal (od): take it again with a row that differs, or say which by undump --offsets.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>此转储的偏移可能是十六进制 (hexdump)，也可能是八进制 (od)：请重新取一份带有不同行的转储，或用 undump --offsets 指明。</translation>
    </message>
    <message>
      <source>The old bytes of “%1” were not kept, so it cannot be put back as it was; complete the save instead.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”的旧字节没有保留，因此无法恢复原样；请改为完成保存。</translation>
    </message>
    <message>
      <source>The other &amp;document</source>
      <extracomment>export_patch</extracomment>
      <translation>另一个文档(&amp;D)</translation>
    </message>
    <message>
      <source>The other &amp;file</source>
      <extracomment>export_patch</extracomment>
      <translation>另一文件(&amp;F)</translation>
    </message>
    <message>
      <source>The other document</source>
      <extracomment>export_patch</extracomment>
      <translation>另一个文档</translation>
    </message>
    <message>
      <source>The page before of the state shown alone, else of the one chosen below (P in the map)</source>
      <extracomment>pages.previous_touched</extracomment>
      <translation>单独显示的状态的上一页，否则为下面所选状态的上一页（页图中按 P）</translation>
    </message>
    <message>
      <source>The page before that another program changed</source>
      <extracomment>go.previous_outside</extracomment>
      <translation>被其他程序更改的上一页</translation>
    </message>
    <message>
      <source>The page before with unsaved edits</source>
      <extracomment>go.previous_edited</extracomment>
      <translation>上一个有未保存编辑的页</translation>
    </message>
    <message>
      <source>The page cache has newer bytes than the disk, whoever wrote them.</source>
      <extracomment>pages.walk_dirty</extracomment>
      <translation>页缓存中的字节比磁盘上的新，无论由谁写入。</translation>
    </message>
    <message>
      <source>The page cache holds the page: reading it takes no disk access.</source>
      <extracomment>pages.walk_resident</extracomment>
      <translation>页缓存中有该页：读取它无需访问磁盘。</translation>
    </message>
    <message>
      <source>The page cache is too scattered: some rows are coarser than pages.</source>
      <extracomment>core/touched/page_states</extracomment>
      <translation>页缓存太零散：有些行比页更粗略。</translation>
    </message>
    <message>
      <source>The page is not the same in what it is compared with.</source>
      <extracomment>pages.walk_different</extracomment>
      <translation>该页与比较对象中的不一样。</translation>
    </message>
    <message>
      <source>The page is not what it was when it was read here, and nothing here wrote it.</source>
      <extracomment>pages.walk_outside</extracomment>
      <translation>该页与在此读取时不同，而且不是此处写入的。</translation>
    </message>
    <message>
      <source>The page is on its way to the disk now.</source>
      <extracomment>pages.walk_writing</extracomment>
      <translation>该页正在写往磁盘。</translation>
    </message>
    <message>
      <source>The page of hits before</source>
      <extracomment>found</extracomment>
      <translation>上一页命中</translation>
    </message>
    <message>
      <source>The page of the help about the part of the window that has the keyboard</source>
      <extracomment>help.here</extracomment>
      <translation>关于当前有键盘焦点的部分的帮助页</translation>
    </message>
    <message>
      <source>The page stands in the page table of the chosen process, or of any but this one.</source>
      <extracomment>pages.walk_mapped</extracomment>
      <translation>该页在所选进程（或除本进程外任一进程）的页表中。</translation>
    </message>
    <message>
      <source>The page that had been read are as before.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>已读取的那一页与之前相同。</translation>
    </message>
    <message>
      <source>The page that had been read are the same in both.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>已读取的那一页在两者中相同。</translation>
    </message>
    <message>
      <source>The page that had been read is as before.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>已读取的那一页与之前相同。</translation>
    </message>
    <message>
      <source>The page that had been read is the same in both.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>已读取的那一页在两者中相同。</translation>
    </message>
    <message>
      <source>The page was in memory a short while ago and was dropped under pressure.</source>
      <extracomment>pages.walk_evicted</extracomment>
      <translation>该页不久前还在内存中，因内存压力而被丢弃。</translation>
    </message>
    <message>
      <source>The page was read here.</source>
      <extracomment>pages.walk_seen</extracomment>
      <translation>该页在此被读取过。</translation>
    </message>
    <message>
      <source>The page was written to the file since it was opened here.</source>
      <extracomment>pages.walk_saved</extracomment>
      <translation>该页自在此打开以来已写入文件。</translation>
    </message>
    <message>
      <source>The pages of the row are selected; Ctrl+C copies rows</source>
      <extracomment>keys</extracomment>
      <translation>选中该行的页；Ctrl+C 复制行</translation>
    </message>
    <message>
      <source>The palette has a class %1; there are %2.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色有类别 %1；只有 %2。</translation>
    </message>
    <message>
      <source>The palette has a key %1; there are name, classes and ramp.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色有键 %1；只有 name、classes 和 ramp。</translation>
    </message>
    <message>
      <source>The palette has fewer than two colours.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色的颜色少于两种。</translation>
    </message>
    <message>
      <source>The palette is nested too deeply; it has a name, classes and a ramp.</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>配色嵌套太深；它有 name、classes 和 ramp。</translation>
    </message>
    <message>
      <source>The patch changes nothing here.</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>该补丁在此处不改变任何内容。</translation>
    </message>
    <message>
      <source>The patch was written to {name}: {size:,} bytes.</source>
      <extracomment>files</extracomment>
      <translation>补丁已写入{name}：{size:,} 字节。</translation>
    </message>
    <message>
      <source>The path has characters that no file name can have; check the path.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>路径中有文件名不能含有的字符；请检查路径。</translation>
    </message>
    <message>
      <source>The path is missing; write it behind the colon, as in file:/tmp/pattern.bin.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>缺少路径；请写在冒号后面，例如 file:/tmp/pattern.bin。</translation>
    </message>
    <message>
      <source>The pattern begins at:</source>
      <extracomment>fill</extracomment>
      <translation>模式开始于：</translation>
    </message>
    <message>
      <source>The pattern is empty; give hex digits (DE AD BE EF), text:…, u32le:5, counter:0, offset:8le, page:4le, random:7 or file:PATH.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>模式为空；请给出十六进制数字 (DE AD BE EF)、text:…、u32le:5、counter:0、offset:8le、page:4le、random:7 或 file:PATH。</translation>
    </message>
    <message>
      <source>The picture would have more than 120 million pixels; choose a smaller size or scale.</source>
      <extracomment>export_picture</extracomment>
      <translation>图片将超过 1.2 亿像素；请选择更小的尺寸或比例。</translation>
    </message>
    <message>
      <source>The place to go to, {shown_input}, is outside the file of {size:,} bytes; choose a smaller one.</source>
      <extracomment>app</extracomment>
      <translation>要转到的位置 {shown_input} 在 {size:,} 字节的文件之外；请选择更小的位置。</translation>
    </message>
    <message>
      <source>The range %1..%2 reaches past the end of the document, which has %3; choose one inside.</source>
      <extracomment>core/document/steps</extracomment>
      <translation>范围 %1..%2 超出文档的末尾，文档有 %3；请选择文档之内的范围。</translation>
    </message>
    <message>
      <source>The range 0x%1..0x%2 reaches past the end at 0x%3; give one inside.</source>
      <extracomment>core/document/drafting</extracomment>
      <translation>范围 0x%1..0x%2 超出位于 0x%3 的末尾；请给出末尾之内的范围。</translation>
    </message>
    <message>
      <source>The range begins before offset 0; type an offset of 0 or more.</source>
      <extracomment>core/text/range_text</extracomment>
      <translation>范围在偏移 0 之前开始；请输入 0 或更大的偏移。</translation>
    </message>
    <message>
      <source>The range ends at %1 (%2), past the end of the document; its size is %3 (%4).</source>
      <extracomment>core/text/range_text</extracomment>
      <translation>范围结束于 %1 (%2)，超出文档的末尾；文档的大小为 %3 (%4)。</translation>
    </message>
    <message>
      <source>The range ends at %1, before its start %2; swap the two.</source>
      <extracomment>core/text/range_text</extracomment>
      <translation>范围结束于 %1，在其开始 %2 之前；请交换两者。</translation>
    </message>
    <message>
      <source>The range ends before it begins; write the smaller number first.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>范围结束于开始之前；请先写较小的数字。</translation>
    </message>
    <message>
      <source>The range has %1 bytes, which is no multiple of the unit of %2; choose another range or unit.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>范围有 %1 字节，不是单元 %2 的倍数；请选择另一个范围或单元。</translation>
    </message>
    <message>
      <source>The range has more than %1 characters; shorten it.</source>
      <extracomment>core/text/range_text</extracomment>
      <translation>范围超过 %1 个字符；请缩短。</translation>
    </message>
    <message>
      <source>The range is empty; give another one, or none.</source>
      <extracomment>find_bar</extracomment>
      <translation>范围为空；请另给一个，或不填。</translation>
    </message>
    <message>
      <source>The range of this set ends before it begins</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>此集合的范围结束于开始之前</translation>
    </message>
    <message>
      <source>The record that ends the file is missing behind line %1: the file was cut off; get it again.</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>第 %1 行之后缺少结束文件的记录：文件被截断；请重新获取。</translation>
    </message>
    <message>
      <source>The replacement ends with “\”; write \\ for the character.</source>
      <extracomment>core/search/template</extracomment>
      <translation>替换内容以“\”结尾；这个字符请写作 \\。</translation>
    </message>
    <message>
      <source>The result could not be set aside (%1), so nothing was changed; free some space or choose a smaller range.</source>
      <extracomment>core/document/spilled</extracomment>
      <translation>结果无法暂存（%1），因此什么也没有更改；请腾出空间或选择较小的范围。</translation>
    </message>
    <message>
      <source>The result does not have the checksum that the BPS patch tells at its byte 0x%1; get the patch again.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>结果的校验和与 BPS 补丁字节 0x%1 处所记的不符；请重新获取该补丁。</translation>
    </message>
    <message>
      <source>The result grows past 2^128; use smaller numbers.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>结果超过 2^128；请使用较小的数字。</translation>
    </message>
    <message>
      <source>The result has %1 that cannot be described in a few, more than the %2 there is room for; choose a smaller range.</source>
      <extracomment>core/document/spilled</extracomment>
      <translation>结果中有 %1 无法简短描述，超过可用的 %2；请选择较小的范围。</translation>
    </message>
    <message>
      <source>The same of the page under the caret</source>
      <extracomment>statistics.of_page</extracomment>
      <translation>光标所在页的同样统计</translation>
    </message>
    <message>
      <source>The same of the selected bytes</source>
      <extracomment>statistics.of_selection</extracomment>
      <translation>所选字节的同样统计</translation>
    </message>
    <message>
      <source>The same seed and offset always give the same bytes.</source>
      <extracomment>pattern_edit</extracomment>
      <translation>相同的种子和偏移总是给出相同的字节。</translation>
    </message>
    <message>
      <source>The save failed in a way that is not known; the edits are still here.</source>
      <extracomment>asking</extracomment>
      <translation>保存因不明原因失败；编辑仍在这里。</translation>
    </message>
    <message>
      <source>The save was stopped; the edits are still here.</source>
      <extracomment>saving</extracomment>
      <translation>保存已停止；编辑仍在这里。</translation>
    </message>
    <message>
      <source>The save was to change:</source>
      <extracomment>recovery</extracomment>
      <translation>该次保存原本要更改：</translation>
    </message>
    <message>
      <source>The saves of this window.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>此窗口的保存。</translation>
    </message>
    <message>
      <source>The scan failed.</source>
      <extracomment>kinds</extracomment>
      <translation>扫描失败。</translation>
    </message>
    <message>
      <source>The scan was stopped; what was found so far is listed.</source>
      <extracomment>kinds</extracomment>
      <translation>扫描已停止；已列出目前找到的。</translation>
    </message>
    <message>
      <source>The script has more than %1 edits or %2 MiB of bytes; divide it.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>脚本超过 %1 处编辑或 %2 MiB 字节；请把它分开。</translation>
    </message>
    <message>
      <source>The search failed.</source>
      <extracomment>finding</extracomment>
      <translation>查找失败。</translation>
    </message>
    <message>
      <source>The search for texts failed.</source>
      <extracomment>strings</extracomment>
      <translation>查找文本失败。</translation>
    </message>
    <message>
      <source>The search for texts was stopped; those found so far are listed.</source>
      <extracomment>strings</extracomment>
      <translation>查找文本已停止；已列出目前找到的。</translation>
    </message>
    <message>
      <source>The search was stopped.</source>
      <extracomment>finding</extracomment>
      <translation>查找已停止。</translation>
    </message>
    <message>
      <source>The seed</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>种子</translation>
    </message>
    <message>
      <source>The selection</source>
      <extracomment>disassembly</extracomment>
      <translation>选区</translation>
    </message>
    <message>
      <source>The selection has {length}; the clipboard takes {largest} of it in this form: select less, or save it to a file.</source>
      <extracomment>clipboard</extracomment>
      <translation>选区有 {length}；剪贴板以这种形式最多容纳 {largest}：请少选一些，或存到文件。</translation>
    </message>
    <message>
      <source>The session was written to “{name}”.</source>
      <extracomment>sessions</extracomment>
      <translation>会话已写入“{name}”。</translation>
    </message>
    <message>
      <source>The session was written to “{name}”. {n} document without a file cannot be in it.</source>
      <extracomment>sessions</extracomment>
      <translation>会话已写入“{name}”。{n} 个没有文件的文档无法包含在内。</translation>
    </message>
    <message>
      <source>The session was written to “{name}”. {n} documents without a file cannot be in it.</source>
      <extracomment>sessions</extracomment>
      <translation>会话已写入“{name}”。{n} 个没有文件的文档无法包含在内。</translation>
    </message>
    <message>
      <source>The settings could not be read ({why}); the defaults are used.</source>
      <extracomment>settings</extracomment>
      <translation>无法读取设置（{why}）；使用默认值。</translation>
    </message>
    <message>
      <source>The settings file is damaged; the defaults are used and it is replaced at the end.</source>
      <extracomment>settings</extracomment>
      <translation>设置文件已损坏；使用默认值，结束时替换它。</translation>
    </message>
    <message>
      <source>The settings of {names} cannot be used; the defaults are used for them.</source>
      <extracomment>settings</extracomment>
      <translation>{names} 的设置无法使用；对它们使用默认值。</translation>
    </message>
    <message>
      <source>The shortcuts were exported.</source>
      <extracomment>shortcuts</extracomment>
      <translation>快捷键已导出。</translation>
    </message>
    <message>
      <source>The snapshot cannot be read: %1</source>
      <extracomment>core/touched/snapshots</extracomment>
      <translation>快照无法读取：%1</translation>
    </message>
    <message>
      <source>The snapshot could not be deleted: %1.</source>
      <extracomment>core/touched/snapshots</extracomment>
      <translation>快照无法删除：%1。</translation>
    </message>
    <message>
      <source>The snapshot could not be kept: %1; free some space and try again.</source>
      <extracomment>core/touched/snapshots</extracomment>
      <translation>快照无法保留：%1；请腾出空间再试。</translation>
    </message>
    <message>
      <source>The snapshot was stopped; nothing of it was kept.</source>
      <extracomment>snapshots</extracomment>
      <translation>拍快照已停止；没有保留任何内容。</translation>
    </message>
    <message>
      <source>The snapshot “{name}” has the fingerprints of {pages}.</source>
      <extracomment>snapshots</extracomment>
      <translation>快照“{name}”含有 {pages}的指纹。</translation>
    </message>
    <message>
      <source>The snapshot “{name}” has the fingerprints of {pages}; {lost} could not be read and will not be compared.</source>
      <extracomment>snapshots</extracomment>
      <translation>快照“{name}”含有 {pages}的指纹；{lost}无法读取，不会参与比较。</translation>
    </message>
    <message>
      <source>The snapshots that are kept: compare, export, import, delete</source>
      <extracomment>memory.snapshots</extracomment>
      <translation>保留的快照：比较、导出、导入、删除</translation>
    </message>
    <message>
      <source>The start</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>起始值</translation>
    </message>
    <message>
      <source>The start of the range</source>
      <extracomment>fill</extracomment>
      <translation>范围的开头</translation>
    </message>
    <message>
      <source>The statistics were saved as {name}.</source>
      <extracomment>statistics_export</extracomment>
      <translation>统计已保存为{name}。</translation>
    </message>
    <message>
      <source>The step</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>步长</translation>
    </message>
    <message>
      <source>The store audit could not begin (%1); close other documents and try again.</source>
      <extracomment>core/touched/userfault</extracomment>
      <translation>存入审计无法开始（%1）；请关闭其他文档再试。</translation>
    </message>
    <message>
      <source>The store audit is not available here: /proc/self/pagemap cannot be read; mount /proc first.</source>
      <extracomment>core/touched/store_audit</extracomment>
      <translation>存入审计在此不可用：/proc/self/pagemap 无法读取；请先挂载 /proc。</translation>
    </message>
    <message>
      <source>The store audit is not available here: without a guarded mapping (safe mode, or a file system without mappings) stores are write calls, which it cannot see.</source>
      <extracomment>core/touched/store_audit</extracomment>
      <translation>存入审计在此不可用：没有受保护的映射（安全模式，或不支持映射的文件系统）时，存入是写调用，它看不到。</translation>
    </message>
    <message>
      <source>The store audit is not available on this system: %1.</source>
      <extracomment>core/touched/store_audit</extracomment>
      <translation>存入审计在此系统上不可用：%1。</translation>
    </message>
    <message>
      <source>The store audit is not available on this system: it needs Linux 6.7 or later on x86-64 (userfaultfd with asynchronous write protection).</source>
      <extracomment>core/touched/userfault</extracomment>
      <translation>存入审计在此系统上不可用：需要 x86-64 上的 Linux 6.7 或更新版本（带异步写保护的 userfaultfd）。</translation>
    </message>
    <message>
      <source>The structure was exported.</source>
      <extracomment>structures</extracomment>
      <translation>结构已导出。</translation>
    </message>
    <message>
      <source>The structure would begin behind the end of the document; give a smaller offset.</source>
      <extracomment>structures</extracomment>
      <translation>结构将从文档末尾之后开始；请给出更小的偏移。</translation>
    </message>
    <message>
      <source>The survey and the hex panel.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>扫描和十六进制面板。</translation>
    </message>
    <message>
      <source>The system gives no address space for %1 bytes; choose a smaller size or make a new file instead.</source>
      <extracomment>core/source/memory</extracomment>
      <translation>系统不能为 %1 字节提供地址空间；请选择较小的大小，或改为新建文件。</translation>
    </message>
    <message>
      <source>The text is empty; write it behind the colon, as in text:abc.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>文本为空；请写在冒号后面，例如 text:abc。</translation>
    </message>
    <message>
      <source>The texts in the selection, a page or the whole document</source>
      <extracomment>understand.strings</extracomment>
      <translation>选区、一页或整个文档中的文本</translation>
    </message>
    <message>
      <source>The two differ in too many places for a patch; save a copy of the file instead.</source>
      <extracomment>core/exchange/delta</extracomment>
      <translation>两者不同之处太多，无法制作补丁；请改为保存文件的副本。</translation>
    </message>
    <message>
      <source>The two have no byte in common then; type a smaller shift.</source>
      <extracomment>compare</extracomment>
      <translation>这样两者就没有共有的字节了；请输入更小的平移量。</translation>
    </message>
    <message>
      <source>The versions that are still known are the same here.</source>
      <extracomment>differences</extracomment>
      <translation>仍然已知的各个版本在此处相同。</translation>
    </message>
    <message>
      <source>The watch ended with the file that it was about; start it again.</source>
      <extracomment>watching</extracomment>
      <translation>监视随其文件一起结束了；请重新启动。</translation>
    </message>
    <message>
      <source>The whole &amp;document ({bytes})</source>
      <extracomment>export_bytes</extracomment>
      <translation>整个文档（{bytes}）(&amp;D)</translation>
    </message>
    <message>
      <source>The whole document. Click or drag to scroll the map.</source>
      <extracomment>strip</extracomment>
      <translation>整个文档。单击或拖动可滚动页图。</translation>
    </message>
    <message>
      <source>The window begins at %1, but %2 has %3 bytes; choose an earlier start.</source>
      <extracomment>core/source/opening</extracomment>
      <translation>窗口从 %1 开始，但 %2 有 %3 字节；请选择更早的开始。</translation>
    </message>
    <message>
      <source>The window in seven steps, on the demo file</source>
      <extracomment>help.tour</extracomment>
      <translation>用演示文件分七步介绍窗口</translation>
    </message>
    <message>
      <source>The {count:,} bytes do not fit before the end of the document; press Insert for insert mode, or paste further up.</source>
      <extracomment>clipboard</extracomment>
      <translation>{count:,} 字节放不进文档末尾之前；请按 Insert 进入插入模式，或粘贴到更靠前的位置。</translation>
    </message>
    <message>
      <source>The {count} are more than the {room} up to the end; choose Insert, or paste further up.</source>
      <extracomment>paste_special</extracomment>
      <translation>{count}超过了到末尾为止的 {room}；请选择插入，或粘贴到更靠前的位置。</translation>
    </message>
    <message>
      <source>The {count} are more than the {room} up to the end; paste further up.</source>
      <extracomment>paste_special</extracomment>
      <translation>{count}超过了到末尾为止的 {room}；请粘贴到更靠前的位置。</translation>
    </message>
    <message>
      <source>The {length:,} bytes do not fit before the end of the document; press Insert for insert mode, or drop them further up.</source>
      <extracomment>dragging</extracomment>
      <translation>{length:,} 字节放不进文档末尾之前；请按 Insert 进入插入模式，或拖放到更靠前的位置。</translation>
    </message>
    <message>
      <source>The {size:,} bytes do not fit before the end of the document; press Insert for insert mode, or paste further up.</source>
      <extracomment>carrying</extracomment>
      <translation>{size:,} 字节放不进文档末尾之前；请按 Insert 进入插入模式，或粘贴到更靠前的位置。</translation>
    </message>
    <message>
      <source>Theirs (the file now)</source>
      <extracomment>differences</extracomment>
      <translation>对方的（现在的文件）</translation>
    </message>
    <message>
      <source>There are %1 %2s; at most %3 can be taken.</source>
      <extracomment>core/bookmarks/records</extracomment>
      <translation>有 %1 个 %2；最多可取用 %3 个。</translation>
    </message>
    <message>
      <source>There are more than %1 bookmarks in this file; split it.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>此文件中的书签超过 %1 个；请把它拆开。</translation>
    </message>
    <message>
      <source>There are more than {most:,} hits to replace; choose a smaller range.</source>
      <extracomment>replacing</extracomment>
      <translation>要替换的命中超过 {most:,} 个；请选择更小的范围。</translation>
    </message>
    <message>
      <source>There are neither numbers nor a string in this text; choose another way to read it.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>此文本中既没有数字也没有字符串；请选择另一种读法。</translation>
    </message>
    <message>
      <source>There are no bytes behind the caret; put it somewhere else.</source>
      <extracomment>disassembly</extracomment>
      <translation>光标之后没有字节；请把它放到别处。</translation>
    </message>
    <message>
      <source>There are no bytes to be counted.</source>
      <extracomment>statistics</extracomment>
      <translation>没有可统计的字节。</translation>
    </message>
    <message>
      <source>There are no bytes to be exported.</source>
      <extracomment>export_bytes</extracomment>
      <translation>没有可导出的字节。</translation>
    </message>
    <message>
      <source>There are no hex digits in this text; choose another way to read it.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>此文本中没有十六进制数字；请选择另一种读法。</translation>
    </message>
    <message>
      <source>There is no Base64 in this text; choose another way to read it.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>此文本中没有 Base64；请选择另一种读法。</translation>
    </message>
    <message>
      <source>There is no bookmark at the caret; Ctrl+B makes one.</source>
      <extracomment>bookmarks</extracomment>
      <translation>光标处没有书签；按 Ctrl+B 可添加。</translation>
    </message>
    <message>
      <source>There is no bookmark in this document; Ctrl+B makes one.</source>
      <extracomment>bookmarks</extracomment>
      <translation>此文档中没有书签；按 Ctrl+B 可添加。</translation>
    </message>
    <message>
      <source>There is no bookmark {number} in this document.</source>
      <extracomment>bookmarks</extracomment>
      <translation>此文档中没有书签 {number}。</translation>
    </message>
    <message>
      <source>There is no colour %1; the colours are 0 to %2.</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>没有颜色 %1；颜色为 0 到 %2。</translation>
    </message>
    <message>
      <source>There is no difference after this place.</source>
      <extracomment>comparing_two</extracomment>
      <translation>此处之后没有差异。</translation>
    </message>
    <message>
      <source>There is no difference before this place.</source>
      <extracomment>comparing_two</extracomment>
      <translation>此处之前没有差异。</translation>
    </message>
    <message>
      <source>There is no differing page after this one among those compared so far.</source>
      <extracomment>comparing_prints</extracomment>
      <translation>在目前已比较的页中，此页之后没有不同的页。</translation>
    </message>
    <message>
      <source>There is no differing page after this one.</source>
      <extracomment>comparing_prints</extracomment>
      <translation>此页之后没有不同的页。</translation>
    </message>
    <message>
      <source>There is no differing page before this one among those compared so far.</source>
      <extracomment>comparing_prints</extracomment>
      <translation>在目前已比较的页中，此页之前没有不同的页。</translation>
    </message>
    <message>
      <source>There is no differing page before this one.</source>
      <extracomment>comparing_prints</extracomment>
      <translation>此页之前没有不同的页。</translation>
    </message>
    <message>
      <source>There is no document; open one first.</source>
      <extracomment>palette</extracomment>
      <translation>没有文档；请先打开一个。</translation>
    </message>
    <message>
      <source>There is no edited page after this one.</source>
      <extracomment>selection</extracomment>
      <translation>此页之后没有已编辑的页。</translation>
    </message>
    <message>
      <source>There is no edited page before this one.</source>
      <extracomment>selection</extracomment>
      <translation>此页之前没有已编辑的页。</translation>
    </message>
    <message>
      <source>There is no file, or the system has no call for it.</source>
      <extracomment>palette</extracomment>
      <translation>没有文件，或系统没有相应的调用。</translation>
    </message>
    <message>
      <source>There is no group %1: the expression has %2; put what is meant in ( ).</source>
      <extracomment>core/search/template</extracomment>
      <translation>没有第 %1 个分组：表达式有 %2；请把所指的部分放在 ( ) 中。</translation>
    </message>
    <message>
      <source>There is no line of a dump in this text; choose another way to read it.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>此文本中没有转储的行；请选择另一种读法。</translation>
    </message>
    <message>
      <source>There is no number before this “)”; type one.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>这个“)”之前没有数字；请输入一个。</translation>
    </message>
    <message>
      <source>There is no other open document; open one first, or compare with a file.</source>
      <extracomment>compare</extracomment>
      <translation>没有其他打开的文档；请先打开一个，或与文件比较。</translation>
    </message>
    <message>
      <source>There is no page after this one in the state “{title}”.</source>
      <extracomment>stepping</extracomment>
      <translation>此页之后没有处于“{title}”状态的页。</translation>
    </message>
    <message>
      <source>There is no page before this one in the state “{title}”.</source>
      <extracomment>stepping</extracomment>
      <translation>此页之前没有处于“{title}”状态的页。</translation>
    </message>
    <message>
      <source>There is no room for a journal (%1 are needed and %2 are free), so a crash or a power failure during this save may leave the file partly old and partly new.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>没有空间存放日志（需要 %1，剩余 %2），因此保存期间崩溃或断电可能使文件部分旧、部分新。</translation>
    </message>
    <message>
      <source>There is no snapshot any more; take one first.</source>
      <extracomment>compare</extracomment>
      <translation>已没有快照；请先拍一个。</translation>
    </message>
    <message>
      <source>There is no snapshot of fingerprints yet; take one first.</source>
      <extracomment>compare</extracomment>
      <translation>还没有指纹快照；请先拍一个。</translation>
    </message>
    <message>
      <source>There is no such time (%1); write it as 2024-12-31 23:59:58.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>没有这样的时间（%1）；请写成 2024-12-31 23:59:58。</translation>
    </message>
    <message>
      <source>There is no such time (%1); write it as 2024-12-31 23:59:59.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>没有这样的时间（%1）；请写成 2024-12-31 23:59:59。</translation>
    </message>
    <message>
      <source>There is none in this range that could be gone to.</source>
      <extracomment>statistics</extracomment>
      <translation>此范围内没有可转到的位置。</translation>
    </message>
    <message>
      <source>There is not enough space for “%1”: %2 are needed and %3 are free; nothing was written. Choose another disk.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>没有足够的空间存放“%1”：需要 %2，剩余 %3；什么也没有写入。请选择另一磁盘。</translation>
    </message>
    <message>
      <source>There is not enough space to save “%1”: %2 are needed and %3 are free; nothing was written. Free some space, or use Save As to another disk.</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>没有足够的空间保存“%1”：需要 %2，剩余 %3；什么也没有写入。请腾出空间，或用“另存为”保存到另一磁盘。</translation>
    </message>
    <message>
      <source>There is nothing before this to repeat; write \* for a star</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>此前没有可重复的内容；要表示星号请写 \*</translation>
    </message>
    <message>
      <source>There is nothing to combine the range with; give the second operand.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>没有可与范围组合的内容；请给出第二个操作数。</translation>
    </message>
    <message>
      <source>There is nothing to look for: type hex bytes such as DE AD or DE ?? EF.</source>
      <extracomment>core/search/needle</extracomment>
      <translation>没有要查找的内容：请输入 DE AD 或 DE ?? EF 之类的十六进制字节。</translation>
    </message>
    <message>
      <source>There is nothing to look for: type hex bytes such as DE AD, or a text.</source>
      <extracomment>core/search/masked</extracomment>
      <translation>没有要查找的内容：请输入 DE AD 之类的十六进制字节，或文本。</translation>
    </message>
    <message>
      <source>There is nothing to paste.</source>
      <extracomment>paste_special</extracomment>
      <translation>没有可粘贴的内容。</translation>
    </message>
    <message>
      <source>There is nothing to redo.</source>
      <extracomment>palette</extracomment>
      <translation>没有可重做的操作。</translation>
    </message>
    <message>
      <source>There is nothing to save.</source>
      <extracomment>palette</extracomment>
      <translation>没有可保存的内容。</translation>
    </message>
    <message>
      <source>There is nothing to save: the file has these bytes already.</source>
      <extracomment>saving</extracomment>
      <translation>没有可保存的内容：文件中已是这些字节。</translation>
    </message>
    <message>
      <source>There is nothing to undo.</source>
      <extracomment>palette</extracomment>
      <translation>没有可撤销的操作。</translation>
    </message>
    <message>
      <source>There is room for %1 bytes, the text has %2; shorten it.</source>
      <extracomment>core/structs/values</extracomment>
      <translation>有 %1 字节的空间，而文本有 %2；请缩短。</translation>
    </message>
    <message>
      <source>These bookmarks were written by a newer Bytescope; export them as CSV there.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>这些书签是由更新的 Bytescope 写出的；请在那里导出为 CSV。</translation>
    </message>
    <message>
      <source>These bytes are of the same file, but outside the window that is open here; open the whole file.</source>
      <extracomment>core/exchange/carrying</extracomment>
      <translation>这些字节属于同一文件，但在此处打开的窗口之外；请打开整个文件。</translation>
    </message>
    <message>
      <source>These bytes have not been read yet; wait for them, then type again.</source>
      <extracomment>typing</extracomment>
      <translation>这些字节尚未读取；请稍候再输入。</translation>
    </message>
    <message>
      <source>These digits stand for more than %1, or a dump does not come out even; import them as a file.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>这些数字代表超过 %1，或转储不完整；请作为文件导入。</translation>
    </message>
    <message>
      <source>These edits belong to a document that is open in a running Bytescope; look there.</source>
      <extracomment>core/storage/editlog/orphans</extracomment>
      <translation>这些编辑属于正在运行的 Bytescope 中打开的文档；请到那里查看。</translation>
    </message>
    <message>
      <source>These edits were made on another document; open that one.</source>
      <extracomment>core/storage/editlog/matching</extracomment>
      <translation>这些编辑是在另一个文档上做的；请打开那个文档。</translation>
    </message>
    <message>
      <source>These edits were made on another part of the file; open just that part.</source>
      <extracomment>core/storage/editlog/matching</extracomment>
      <translation>这些编辑是在文件的另一部分上做的；请只打开那一部分。</translation>
    </message>
    <message>
      <source>These edits were made on memory without a file; export them.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>这些编辑是在没有文件的内存上做的；请导出它们。</translation>
    </message>
    <message>
      <source>These go to all open documents, and to those that are opened later.</source>
      <extracomment>preferences</extracomment>
      <translation>这些适用于所有打开的文档以及以后打开的文档。</translation>
    </message>
    <message>
      <source>They go to {place}; the document will have {grown} bytes.</source>
      <extracomment>import_bytes</extracomment>
      <translation>写到 {place}；文档将有 {grown} 字节。</translation>
    </message>
    <message>
      <source>They were made on new memory without a file.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>它们是在没有文件的新内存上做的。</translation>
    </message>
    <message>
      <source>This cannot be read, as it is no file of bookmarks as Bytescope writes them: choose a JSON or CSV file of bookmarks.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>无法读取，因为这不是 Bytescope 写出的书签文件：请选择书签的 JSON 或 CSV 文件。</translation>
    </message>
    <message>
      <source>This clock goes from %1 to %2; give a time in that range.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>此时钟从 %1 到 %2；请给出此范围内的时间。</translation>
    </message>
    <message>
      <source>This clock goes from %1; give a time in that range.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>此时钟从 %1 开始；请给出此范围内的时间。</translation>
    </message>
    <message>
      <source>This clock has %1 digits behind the seconds; leave the rest out.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>此时钟的秒后面有 %1 位；其余请省略。</translation>
    </message>
    <message>
      <source>This clock has no digits behind the seconds; leave the rest out.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>此时钟的秒后面没有小数位；其余请省略。</translation>
    </message>
    <message>
      <source>This could not be done: %1. The journal is kept, so that it can be done again.</source>
      <extracomment>core/storage/journal/orphans</extracomment>
      <translation>无法完成：%1。日志已保留，可以再做一次。</translation>
    </message>
    <message>
      <source>This divides by zero; use another number.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>这里除以零；请使用另一个数字。</translation>
    </message>
    <message>
      <source>This document</source>
      <extracomment>bookmarks</extracomment>
      <translation>此文档</translation>
    </message>
    <message>
      <source>This document has no file yet: use Save As.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>此文档还没有文件：请用“另存为”。</translation>
    </message>
    <message>
      <source>This document has no file.</source>
      <extracomment>palette</extracomment>
      <translation>此文档没有文件。</translation>
    </message>
    <message>
      <source>This document has steps already; open the file afresh and recover again.</source>
      <extracomment>core/storage/editlog/matching</extracomment>
      <translation>此文档已有步骤；请重新打开文件再恢复。</translation>
    </message>
    <message>
      <source>This document has steps already; open the file afresh and try again.</source>
      <extracomment>core/document/restating</extracomment>
      <translation>此文档已有步骤；请重新打开文件再试。</translation>
    </message>
    <message>
      <source>This document is in memory only; there is no file from which pages could be read again.</source>
      <extracomment>showing</extracomment>
      <translation>此文档只在内存中；没有可重新读取页的文件。</translation>
    </message>
    <message>
      <source>This document is not in Live access.</source>
      <extracomment>palette</extracomment>
      <translation>此文档不是直接访问方式。</translation>
    </message>
    <message>
      <source>This document is open for reading only.</source>
      <extracomment>palette</extracomment>
      <translation>此文档以只读方式打开。</translation>
    </message>
    <message>
      <source>This escape is not known, nor are back references; write \\ for “\”</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>不认识此转义，也没有反向引用；“\”请写 \\</translation>
    </message>
    <message>
      <source>This escape is not known; write \1 for a group, \x0A for a byte, \\ for “\”.</source>
      <extracomment>core/search/template</extracomment>
      <translation>不认识这个转义；分组写作 \1，字节写作 \x0A，“\”写作 \\。</translation>
    </message>
    <message>
      <source>This file is too large for a file of shortcuts; choose one that was exported here.</source>
      <extracomment>shortcuts</extracomment>
      <translation>此文件太大，不是快捷键文件；请选择在此导出的文件。</translation>
    </message>
    <message>
      <source>This is a file of 16 MiB that was made to try things on: nothing can be broken here. Next goes on, Esc ends the tour; Help ▸ Tour brings it back.</source>
      <extracomment>tour</extracomment>
      <translation>这是一个 16 MiB 的文件，专供试用：在这里不会弄坏任何东西。“下一个”继续，Esc 结束导览；“帮助 ▸ 导览”可再次打开。</translation>
    </message>
    <message>
      <source>This is before offset 0; type 0 or more.</source>
      <extracomment>offsets</extracomment>
      <translation>这在偏移 0 之前；请输入 0 或更大的数。</translation>
    </message>
    <message>
      <source>This is no BPS patch: it does not begin with “BPS1”; choose another file.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>这不是 BPS 补丁：开头不是“BPS1”；请选择另一个文件。</translation>
    </message>
    <message>
      <source>This is no IPS patch: it does not begin with “PATCH” or “IPS32”; choose another file.</source>
      <extracomment>core/exchange/ips</extracomment>
      <translation>这不是 IPS 补丁：开头不是“PATCH”或“IPS32”；请选择另一个文件。</translation>
    </message>
    <message>
      <source>This is no JSON that can be used: its numbers or its nesting go too far.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>这个 JSON 无法使用：其中的数字或嵌套太大。</translation>
    </message>
    <message>
      <source>This is no JSON; choose a file that was exported here.</source>
      <extracomment>shortcuts</extracomment>
      <translation>这不是 JSON；请选择在此导出的文件。</translation>
    </message>
    <message>
      <source>This is no checksum: give 4, 8, 16, 32, 40, 56, 64, 96 or 128 hex digits.</source>
      <extracomment>core/checksums/comparing</extracomment>
      <translation>这不是校验和：请给出 4、8、16、32、40、56、64、96 或 128 个十六进制数字。</translation>
    </message>
    <message>
      <source>This is no file of shortcuts; choose one that was exported here.</source>
      <extracomment>shortcuts</extracomment>
      <translation>这不是快捷键文件；请选择在此导出的文件。</translation>
    </message>
    <message>
      <source>This is no patch that is known: it begins with “%1”; choose an IPS, IPS32 or BPS patch or an edit script.</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>这不是已知的补丁：开头为“%1”；请选择 IPS、IPS32 或 BPS 补丁或编辑脚本。</translation>
    </message>
    <message>
      <source>This is no session file of Bytescope; open it as a file to see its bytes.</source>
      <extracomment>core/sessions/saved</extracomment>
      <translation>这不是 Bytescope 的会话文件；请把它作为文件打开以查看其字节。</translation>
    </message>
    <message>
      <source>This is no session file: it is not written in UTF-8.</source>
      <extracomment>core/sessions/saved</extracomment>
      <translation>这不是会话文件：它不是用 UTF-8 写的。</translation>
    </message>
    <message>
      <source>This is none of %1: it begins with “%2”; choose another file.</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>这不是 %1 中的任何一种：开头为“%2”；请选择另一个文件。</translation>
    </message>
    <message>
      <source>This is not offered: there is no looking ahead or behind</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>不提供此功能：没有向前或向后查看</translation>
    </message>
    <message>
      <source>This is not possible now.</source>
      <extracomment>palette</extracomment>
      <translation>现在无法执行。</translation>
    </message>
    <message>
      <source>This is not the file that the BPS patch was made for: the checksum differs; open that file, without edits.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>这不是制作 BPS 补丁时的文件：校验和不同；请不带编辑地打开那个文件。</translation>
    </message>
    <message>
      <source>This is open for reading only; open it in Edit access to change it.</source>
      <extracomment>core/document/steps</extracomment>
      <translation>此文档以只读方式打开；请用编辑访问打开后再更改。</translation>
    </message>
    <message>
      <source>This is outside the document.</source>
      <extracomment>palette_entries</extracomment>
      <translation>这在文档之外。</translation>
    </message>
    <message>
      <source>This is the only document; open another one to have both side by side.</source>
      <extracomment>split</extracomment>
      <translation>这是唯一的文档；请再打开一个文档以便并排显示。</translation>
    </message>
    <message>
      <source>This is the present size; type another.</source>
      <extracomment>resize</extracomment>
      <translation>这就是现在的大小；请输入另一个值。</translation>
    </message>
    <message>
      <source>This is too large; type at most {largest} (8 EiB less 1 byte).</source>
      <extracomment>offsets</extracomment>
      <translation>太大；最大为 {largest}（8 EiB 减 1 字节）。</translation>
    </message>
    <message>
      <source>This is too small; type {least} or more.</source>
      <extracomment>offsets</extracomment>
      <translation>太小；请输入 {least} 或更大的数。</translation>
    </message>
    <message>
      <source>This journal is gone: the save it belongs to has been dealt with.</source>
      <extracomment>core/storage/journal/orphans</extracomment>
      <translation>此日志已不在：它所属的保存已处理完毕。</translation>
    </message>
    <message>
      <source>This journal was never finished, so its file was not touched; it can be discarded.</source>
      <extracomment>core/storage/journal/orphans</extracomment>
      <translation>此日志从未完成，因此其文件没有被触及；可以丢弃它。</translation>
    </message>
    <message>
      <source>This key alone types into the document; press it with Ctrl, Alt or as a function key.</source>
      <extracomment>shortcuts</extracomment>
      <translation>单按此键会输入到文档中；请与 Ctrl 或 Alt 同按，或使用功能键。</translation>
    </message>
    <message>
      <source>This key cannot be a shortcut; press another one.</source>
      <extracomment>shortcuts</extracomment>
      <translation>此键不能作为快捷键；请按另一个键。</translation>
    </message>
    <message>
      <source>This leaves the document in too many pieces; use a patch with fewer of them.</source>
      <extracomment>core/document/drafting</extracomment>
      <translation>这样文档的片段会太多；请使用片段较少的补丁。</translation>
    </message>
    <message>
      <source>This patch repeats too many pieces; ask for it in another format.</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>此补丁重复的片段太多；请要求另一种格式。</translation>
    </message>
    <message>
      <source>This session was saved by a newer Bytescope; open it with that one.</source>
      <extracomment>core/sessions/saved</extracomment>
      <translation>此会话由更新的 Bytescope 保存；请用那个版本打开。</translation>
    </message>
    <message>
      <source>This set of bytes is not known</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>不认识此字节集合</translation>
    </message>
    <message>
      <source>This snapshot is no longer there; take another one.</source>
      <extracomment>core/touched/snapshots</extracomment>
      <translation>此快照已不在；请再拍一个。</translation>
    </message>
    <message>
      <source>This stores over more than the %1 that are kept for undo; open the file in Edit access for that.</source>
      <extracomment>core/document/drafting</extracomment>
      <translation>这会覆盖超过为撤销保留的 %1；请用编辑访问打开文件。</translation>
    </message>
    <message>
      <source>This system has no call for it (posix_fadvise).</source>
      <extracomment>showing</extracomment>
      <translation>此系统没有相应的调用 (posix_fadvise)。</translation>
    </message>
    <message>
      <source>This text is too long to be edited here; edit it in the hex panel.</source>
      <extracomment>core/structs/values</extracomment>
      <translation>此文本太长，不能在此处编辑；请在十六进制面板中编辑。</translation>
    </message>
    <message>
      <source>This will add {amount} of 00 at the end.</source>
      <extracomment>resize</extracomment>
      <translation>将在末尾添加 {amount} 的 00。</translation>
    </message>
    <message>
      <source>This will change {pages}, {amount}, and lengthen the document to {end} bytes.</source>
      <extracomment>write_bytes</extracomment>
      <translation>将更改 {pages}，{amount}，并把文档加长到 {end} 字节。</translation>
    </message>
    <message>
      <source>This will change {pages}, {amount}.</source>
      <extracomment>fill</extracomment>
      <translation>将更改 {pages}，{amount}。</translation>
    </message>
    <message>
      <source>This will cut {amount} off the end.</source>
      <extracomment>resize</extracomment>
      <translation>将从末尾截去 {amount}。</translation>
    </message>
    <message>
      <source>This will insert {amount}; the document will have {grown} bytes.</source>
      <extracomment>fill</extracomment>
      <translation>将插入 {amount}；文档将有 {grown} 字节。</translation>
    </message>
    <message>
      <source>This will insert {inserted}; the document will have {grown} bytes.</source>
      <extracomment>insert</extracomment>
      <translation>将插入 {inserted}；文档将有 {grown} 字节。</translation>
    </message>
    <message>
      <source>This will insert {what}; the document will have {grown} bytes.</source>
      <extracomment>paste_special</extracomment>
      <translation>将插入 {what}；文档将有 {grown} 字节。</translation>
    </message>
    <message>
      <source>This will overwrite {what}.</source>
      <extracomment>paste_special</extracomment>
      <translation>将覆盖 {what}。</translation>
    </message>
    <message>
      <source>This will select {amount} on {pages}.</source>
      <extracomment>select_range</extracomment>
      <translation>将选择 {pages}上的 {amount}。</translation>
    </message>
    <message>
      <source>This will write {rows}: what is known of the pages now; what is not is left empty.</source>
      <extracomment>export_facts</extracomment>
      <translation>将写入 {rows}：页目前已知的信息；未知的留空。</translation>
    </message>
    <message>
      <source>This “(” is never closed; add a “)”.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>这个“(”没有闭合；请补上“)”。</translation>
    </message>
    <message>
      <source>This “)” closes nothing; remove it or open a “(” before.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>这个“)”没有对应；请删除它，或在前面写“(”。</translation>
    </message>
    <message>
      <source>Ti&amp;meline</source>
      <extracomment>pages.timeline</extracomment>
      <translation>时间线(&amp;M)</translation>
    </message>
    <message>
      <source>Time since the last change</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>距上次更改的时间</translation>
    </message>
    <message>
      <source>Timeline</source>
      <extracomment>dock</extracomment>
      <translation>时间线</translation>
    </message>
    <message>
      <source>Timeline of touches</source>
      <extracomment>timeline_plot</extracomment>
      <translation>触及的时间线</translation>
    </message>
    <message>
      <source>Timeline: Play, Zoom</source>
      <extracomment>keys</extracomment>
      <translation>时间线：播放、缩放</translation>
    </message>
    <message>
      <source>Timeline: Touch Before, Next</source>
      <extracomment>keys</extracomment>
      <translation>时间线：上一次、下一次触及</translation>
    </message>
    <message>
      <source>Times</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>时间</translation>
    </message>
    <message>
      <source>Times of the day, else since the first touch</source>
      <extracomment>timeline</extracomment>
      <translation>一天中的时刻，否则为自首次触及以来的时间</translation>
    </message>
    <message>
      <source>To replace %1 as one step takes %2, more than the %3 kept for undo; choose a smaller range.</source>
      <extracomment>core/document/replacing</extracomment>
      <translation>把替换 %1 作为一步需要 %2，超过为撤销保留的 %3；请选择较小的范围。</translation>
    </message>
    <message>
      <source>To the bytes before that differ</source>
      <extracomment>compare.previous</extracomment>
      <translation>到上一处不同的字节</translation>
    </message>
    <message>
      <source>To the file</source>
      <extracomment>export_patch</extracomment>
      <translation>写入文件</translation>
    </message>
    <message>
      <source>To the first edited page of the selection, else of the map's cell (Alt and a click in the map)</source>
      <extracomment>pages.first_edited</extracomment>
      <translation>到选区的第一个已编辑页，否则到页图该格的（页图中 Alt 加单击）</translation>
    </message>
    <message>
      <source>To the first unsaved edit that the cell holds</source>
      <extracomment>keys</extracomment>
      <translation>到该格中第一处未保存的编辑</translation>
    </message>
    <message>
      <source>To the next bytes that differ</source>
      <extracomment>compare.next</extracomment>
      <translation>到下一处不同的字节</translation>
    </message>
    <message>
      <source>To the next touch (Right)</source>
      <extracomment>timeline</extracomment>
      <translation>到下一次触及 (Right)</translation>
    </message>
    <message>
      <source>To the touch before (Left)</source>
      <extracomment>timeline</extracomment>
      <translation>到上一次触及 (Left)</translation>
    </message>
    <message>
      <source>Too many levels of symbolic links</source>
      <extracomment>made of words</extracomment>
      <translation>符号链接层数太多</translation>
    </message>
    <message>
      <source>Too many open files</source>
      <extracomment>made of words</extracomment>
      <translation>打开的文件太多</translation>
    </message>
    <message>
      <source>Too many open files in system</source>
      <extracomment>made of words</extracomment>
      <translation>系统中打开的文件太多</translation>
    </message>
    <message>
      <source>Toolbar</source>
      <extracomment>menus</extracomment>
      <translation>工具栏</translation>
    </message>
    <message>
      <source>Touched Pages</source>
      <extracomment>dock</extracomment>
      <translation>触及页</translation>
    </message>
    <message>
      <source>Touched Pages Li&amp;st</source>
      <extracomment>pages.list</extracomment>
      <translation>触及页列表(&amp;S)</translation>
    </message>
    <message>
      <source>Touched Pages: Go There</source>
      <extracomment>keys</extracomment>
      <translation>触及页：转到那里</translation>
    </message>
    <message>
      <source>Touched pages</source>
      <extracomment>touched_table</extracomment>
      <translation>触及页</translation>
    </message>
    <message>
      <source>Tour</source>
      <extracomment>tour</extracomment>
      <translation>导览</translation>
    </message>
    <message>
      <source>Tree or table</source>
      <extracomment>structures</extracomment>
      <translation>树或表格</translation>
    </message>
    <message>
      <source>Two documents are being compared here; end that first (Compare menu).</source>
      <extracomment>split</extracomment>
      <translation>这里正在比较两个文档；请先结束比较（“比较”菜单）。</translation>
    </message>
    <message>
      <source>Two words, the time first, as in FAT and ZIP; local time</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>两个字，时间在前，如 FAT 和 ZIP 所用；本地时间</translation>
    </message>
    <message>
      <source>Two-byte little-endian words, as od -x shows them</source>
      <extracomment>look.od</extracomment>
      <translation>两字节小端字，如 od -x 所示</translation>
    </message>
    <message>
      <source>Type</source>
      <extracomment>structure_tree</extracomment>
      <translation>类型</translation>
    </message>
    <message>
      <source>Type %1</source>
      <extracomment>core/document/document</extracomment>
      <translation>键入 %1</translation>
    </message>
    <message>
      <source>Type a command, a recent file, or an offset such as 0x1F00, p12, +512</source>
      <extracomment>command_bar</extracomment>
      <translation>输入命令、最近的文件，或偏移如 0x1F00、p12、+512</translation>
    </message>
    <message>
      <source>Type a name.</source>
      <extracomment>compare</extracomment>
      <translation>请输入名称。</translation>
    </message>
    <message>
      <source>Type a number, such as 4096, 0x1000 or p1.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>请输入数字，例如 4096、0x1000 或 p1。</translation>
    </message>
    <message>
      <source>Type a range, such as 0..4096, 0x1000+512 or p4..p8.</source>
      <extracomment>core/text/range_text</extracomment>
      <translation>请输入范围，例如 0..4096、0x1000+512 或 p4..p8。</translation>
    </message>
    <message>
      <source>Type a seed, any number.</source>
      <extracomment>pattern_form</extracomment>
      <translation>请输入种子，任意数值。</translation>
    </message>
    <message>
      <source>Type another name for the bookmark at the caret; its other cells are beside it</source>
      <extracomment>bookmarks.rename</extracomment>
      <translation>为光标处的书签另起名称；其他栏在旁边</translation>
    </message>
    <message>
      <source>Type at most %1 characters.</source>
      <extracomment>core/strings/found</extracomment>
      <translation>最多输入 %1 个字符。</translation>
    </message>
    <message>
      <source>Type hex bytes, such as AA or DE AD BE EF.</source>
      <extracomment>pattern_form</extracomment>
      <translation>请输入十六进制字节，例如 AA 或 DE AD BE EF。</translation>
    </message>
    <message>
      <source>Type of the number</source>
      <extracomment>find_fields</extracomment>
      <translation>数值的类型</translation>
    </message>
    <message>
      <source>Type over the digits on the left or the letters on the right. Changed bytes get a colour, and their page gets a mark on the map. The file stays as it is until you save.</source>
      <extracomment>tour</extracomment>
      <translation>在左边的数字或右边的字母上直接输入。改动的字节会着色，其所在页在页图上有标记。保存之前文件保持原样。</translation>
    </message>
    <message>
      <source>Type the number.</source>
      <extracomment>pattern_form</extracomment>
      <translation>请输入数值。</translation>
    </message>
    <message>
      <source>Type the start and the step.</source>
      <extracomment>pattern_form</extracomment>
      <translation>请输入起始值和步长。</translation>
    </message>
    <message>
      <source>Type the text.</source>
      <extracomment>pattern_form</extracomment>
      <translation>请输入文本。</translation>
    </message>
    <message>
      <source>Type what to find first.</source>
      <extracomment>finding</extracomment>
      <translation>请先输入要查找的内容。</translation>
    </message>
    <message>
      <source>Type, paste or load a definition in C</source>
      <extracomment>structure_head</extracomment>
      <translation>输入、粘贴或载入 C 语言定义</translation>
    </message>
    <message>
      <source>Type, paste or load a definition in C and lay it at the caret</source>
      <extracomment>inspecting.define</extracomment>
      <translation>输入、粘贴或载入 C 定义，并套在光标处</translation>
    </message>
    <message>
      <source>Typed number</source>
      <extracomment>pattern_form</extracomment>
      <translation>带类型的数值</translation>
    </message>
    <message>
      <source>Typed: {text}</source>
      <extracomment>structure_choice</extracomment>
      <translation>输入的：{text}</translation>
    </message>
    <message>
      <source>Typing inserts instead of overwriting</source>
      <extracomment>edits.toggle_insert</extracomment>
      <translation>输入时插入而不是覆盖</translation>
    </message>
    <message>
      <source>Typing inserts instead of overwriting, where the length of a document can change</source>
      <extracomment>preferences</extracomment>
      <translation>在文档长度可变处，输入时插入而不是覆盖</translation>
    </message>
    <message>
      <source>U+%1 is no character; they go from U+0000 to U+10FFFF.</source>
      <extracomment>core/inspect/characters</extracomment>
      <translation>U+%1 不是字符；字符从 U+0000 到 U+10FFFF。</translation>
    </message>
    <message>
      <source>U-Boot image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>U-Boot 映像</translation>
    </message>
    <message>
      <source>UBI volume</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>UBI 卷</translation>
    </message>
    <message>
      <source>UBIFS file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>UBIFS 文件系统</translation>
    </message>
    <message>
      <source>UEFI firmware volume</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>UEFI 固件卷</translation>
    </message>
    <message>
      <source>UTF-16 BE</source>
      <extracomment>core/strings/forms</extracomment>
      <translation>UTF-16 BE</translation>
    </message>
    <message>
      <source>UTF-16 LE</source>
      <extracomment>core/strings/forms</extracomment>
      <translation>UTF-16 LE</translation>
    </message>
    <message>
      <source>UTF-16 big-endian</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>UTF-16 大端</translation>
    </message>
    <message>
      <source>UTF-16 little-endian</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>UTF-16 小端</translation>
    </message>
    <message>
      <source>UTF-32 BE</source>
      <extracomment>core/strings/forms</extracomment>
      <translation>UTF-32 BE</translation>
    </message>
    <message>
      <source>UTF-32 LE</source>
      <extracomment>core/strings/forms</extracomment>
      <translation>UTF-32 LE</translation>
    </message>
    <message>
      <source>UTF-32 big-endian</source>
      <extracomment>find_fields</extracomment>
      <translation>UTF-32 大端</translation>
    </message>
    <message>
      <source>UTF-32 little-endian</source>
      <extracomment>find_fields</extracomment>
      <translation>UTF-32 小端</translation>
    </message>
    <message>
      <source>Under the pointer</source>
      <extracomment>panel</extracomment>
      <translation>指针所指</translation>
    </message>
    <message>
      <source>Undo “%1”</source>
      <extracomment>core/storage/editlog/entries</extracomment>
      <translation>撤销“%1”</translation>
    </message>
    <message>
      <source>Units of %1 bits move by 1 to %2 bits; give such a number.</source>
      <extracomment>core/document/transforms</extracomment>
      <translation>%1 位的单元可移动 1 到 %2 位；请给出这样的数字。</translation>
    </message>
    <message>
      <source>Unix, 32 bits</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>Unix，32 位</translation>
    </message>
    <message>
      <source>Unix, 64 bits</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>Unix，64 位</translation>
    </message>
    <message>
      <source>Unix, ms</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>Unix，毫秒</translation>
    </message>
    <message>
      <source>Unix, ns</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>Unix，纳秒</translation>
    </message>
    <message>
      <source>Unix, µs</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>Unix，微秒</translation>
    </message>
    <message>
      <source>Unread</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>未读</translation>
    </message>
    <message>
      <source>Unreadable</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>不可读</translation>
    </message>
    <message>
      <source>Unsaved Edits</source>
      <extracomment>unsaved</extracomment>
      <translation>未保存的编辑</translation>
    </message>
    <message>
      <source>Unsaved edits of %1 (%2 when they were made).</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>%1 的未保存编辑（编辑时为 %2）。</translation>
    </message>
    <message>
      <source>Unsaved edits of {documents} and {saves} can be recovered.</source>
      <extracomment>recovering</extracomment>
      <translation>可以恢复 {documents}的未保存编辑，以及 {saves}。</translation>
    </message>
    <message>
      <source>Unsaved edits of {documents} can be recovered.</source>
      <extracomment>recovering</extracomment>
      <translation>可以恢复 {documents}的未保存编辑。</translation>
    </message>
    <message>
      <source>Unsigned</source>
      <extracomment>find_fields</extracomment>
      <translation>无符号</translation>
    </message>
    <message>
      <source>Untitled</source>
      <extracomment>workspace</extracomment>
      <translation>无标题</translation>
    </message>
    <message>
      <source>Untitled (memory)</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>未命名（内存）</translation>
    </message>
    <message>
      <source>Up, Down, Return</source>
      <extracomment>keys</extracomment>
      <translation>上、下、回车</translation>
    </message>
    <message>
      <source>Use</source>
      <extracomment>definition</extracomment>
      <translation>使用</translation>
    </message>
    <message>
      <source>Use Save As to keep your edits</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>请用“另存为”保留您的编辑</translation>
    </message>
    <message>
      <source>User</source>
      <extracomment>processes</extracomment>
      <translation>用户</translation>
    </message>
    <message>
      <source>Usual keys</source>
      <extracomment>shortcuts</extracomment>
      <translation>默认按键</translation>
    </message>
    <message>
      <source>VHDX image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>VHDX 映像</translation>
    </message>
    <message>
      <source>VMDK image</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>VMDK 映像</translation>
    </message>
    <message>
      <source>Value</source>
      <extracomment>checksums</extracomment>
      <translation>值</translation>
    </message>
    <message>
      <source>Values</source>
      <extracomment>statistics</extracomment>
      <translation>值</translation>
    </message>
    <message>
      <source>Values at the caret</source>
      <extracomment>inspector</extracomment>
      <translation>光标处的值</translation>
    </message>
    <message>
      <source>Vectors (*.svg)</source>
      <extracomment>statistics_export</extracomment>
      <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
      <source>Version and licence</source>
      <extracomment>help.about</extracomment>
      <translation>版本和许可证</translation>
    </message>
    <message>
      <source>Violet</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>紫</translation>
    </message>
    <message>
      <source>W&amp;rite Bytes As</source>
      <extracomment>menu</extracomment>
      <translation>字节写作(&amp;R)</translation>
    </message>
    <message>
      <source>WAV sound</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>WAV 声音</translation>
    </message>
    <message>
      <source>Wait until what was written to the selected pages is on the disk</source>
      <extracomment>pages.flush</extracomment>
      <translation>等到写入所选页的内容到达磁盘</translation>
    </message>
    <message>
      <source>Warning</source>
      <extracomment>message_strip</extracomment>
      <translation>警告</translation>
    </message>
    <message>
      <source>Watch &amp;Reads and Writes</source>
      <extracomment>watching.reads</extracomment>
      <translation>监视读和写(&amp;R)</translation>
    </message>
    <message>
      <source>WebP picture</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>WebP 图片</translation>
    </message>
    <message>
      <source>Welcome</source>
      <extracomment>tour</extracomment>
      <translation>欢迎</translation>
    </message>
    <message>
      <source>What</source>
      <extracomment>types</extracomment>
      <translation>项目</translation>
    </message>
    <message>
      <source>What Is This</source>
      <extracomment>dock</extracomment>
      <translation>这是什么</translation>
    </message>
    <message>
      <source>What a number may be off by is not negative; leave the sign out.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>数字的偏差不能为负；请去掉符号。</translation>
    </message>
    <message>
      <source>What an expression is replaced by is bytes: write “\xE9” for the byte E9.</source>
      <extracomment>core/search/template</extracomment>
      <translation>表达式的替换内容是字节：字节 E9 请写作“\xE9”。</translation>
    </message>
    <message>
      <source>What begins in the document</source>
      <extracomment>types</extracomment>
      <translation>文档中开始的内容</translation>
    </message>
    <message>
      <source>What differs between the document and its file, and by whom</source>
      <extracomment>files.differences</extracomment>
      <translation>文档与其文件有何不同，由谁造成</translation>
    </message>
    <message>
      <source>What each state means, and when it ends</source>
      <extracomment>help.layers</extracomment>
      <translation>每种状态的含义，以及何时结束</translation>
    </message>
    <message>
      <source>What follows in the log makes no sense.</source>
      <extracomment>core/storage/editlog/replaying</extracomment>
      <translation>日志中其后的内容没有意义。</translation>
    </message>
    <message>
      <source>What is at {value} comes to offset 0.</source>
      <extracomment>import_bytes</extracomment>
      <translation>{value} 处的内容成为偏移 0。</translation>
    </message>
    <message>
      <source>What is chosen here is applied at once.</source>
      <extracomment>preferences</extracomment>
      <translation>此处的选择立即生效。</translation>
    </message>
    <message>
      <source>What is compared</source>
      <extracomment>strip</extracomment>
      <translation>比较的内容</translation>
    </message>
    <message>
      <source>What is counted; page and selection follow the caret</source>
      <extracomment>statistics</extracomment>
      <translation>统计的对象；页和选区跟随光标</translation>
    </message>
    <message>
      <source>What is known of the pages</source>
      <extracomment>status</extracomment>
      <translation>对页的了解</translation>
    </message>
    <message>
      <source>What is left</source>
      <extracomment>recovery</extracomment>
      <translation>留下的内容</translation>
    </message>
    <message>
      <source>What is left, edit by edit</source>
      <extracomment>recovery</extracomment>
      <translation>留下的内容，逐项编辑</translation>
    </message>
    <message>
      <source>What is looked for</source>
      <extracomment>find_fields</extracomment>
      <translation>查找的种类</translation>
    </message>
    <message>
      <source>What is pasted is shown here.</source>
      <extracomment>paste_special</extracomment>
      <translation>这里显示粘贴的内容。</translation>
    </message>
    <message>
      <source>What is pointed at</source>
      <extracomment>statistics</extracomment>
      <translation>所指内容</translation>
    </message>
    <message>
      <source>What is shown</source>
      <extracomment>timeline</extracomment>
      <translation>显示的内容</translation>
    </message>
    <message>
      <source>What is there now:</source>
      <extracomment>fill</extracomment>
      <translation>现有内容：</translation>
    </message>
    <message>
      <source>What is to be put there could not be set aside (%1), so nothing was changed; free some space or choose a smaller range.</source>
      <extracomment>core/document/spilled</extracomment>
      <translation>用来替换的内容无法暂存（%1），因此没有更改任何内容；请腾出一些空间或选择较小的范围。</translation>
    </message>
    <message>
      <source>What is to be put there has more than %1, for which there is no room; choose a smaller range.</source>
      <extracomment>core/document/spilled</extracomment>
      <translation>用来替换的内容超过 %1，没有空间容纳；请选择较小的范围。</translation>
    </message>
    <message>
      <source>What it does</source>
      <extracomment>shortcuts</extracomment>
      <translation>作用</translation>
    </message>
    <message>
      <source>What it looks like</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>看起来的样子</translation>
    </message>
    <message>
      <source>What old patchers take; for files up to 16 MiB, no checksums</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>老的补丁程序所用；用于最大 16 MiB 的文件，没有校验和</translation>
    </message>
    <message>
      <source>What the clipboard has</source>
      <extracomment>paste_special</extracomment>
      <translation>剪贴板的内容</translation>
    </message>
    <message>
      <source>What the colours mean, and which states of pages are marked: edited, saved, in memory, changed by others. Each name has a tip that says how it is known.</source>
      <extracomment>tour</extracomment>
      <translation>颜色的含义，以及标出页的哪些状态：已编辑、已保存、在内存中、被他人更改。每个名称都有提示说明依据。</translation>
    </message>
    <message>
      <source>What the colours of the map mean</source>
      <extracomment>preferences</extracomment>
      <translation>页图颜色的含义</translation>
    </message>
    <message>
      <source>What the file is, and what else begins in it</source>
      <extracomment>understand.types</extracomment>
      <translation>文件是什么，其中还有什么开始</translation>
    </message>
    <message>
      <source>What this overwrites exceeds the %1 kept for undo; choose a smaller range, or do it without undo.</source>
      <extracomment>core/document/live</extracomment>
      <translation>被覆盖的内容超过为撤销保留的 %1；请选择较小的范围，或不带撤销地执行。</translation>
    </message>
    <message>
      <source>What to find</source>
      <extracomment>find_fields</extracomment>
      <translation>查找内容</translation>
    </message>
    <message>
      <source>What to find, with history</source>
      <extracomment>find_fields</extracomment>
      <translation>查找内容，带历史记录</translation>
    </message>
    <message>
      <source>What to put in its place</source>
      <extracomment>find_bar</extracomment>
      <translation>用什么替换</translation>
    </message>
    <message>
      <source>What was copied was held by a program that has ended; copy it again.</source>
      <extracomment>carrying</extracomment>
      <translation>所复制的内容由一个已结束的程序持有；请重新复制。</translation>
    </message>
    <message>
      <source>What was counted</source>
      <extracomment>statistics</extracomment>
      <translation>统计的对象</translation>
    </message>
    <message>
      <source>What was left behind</source>
      <extracomment>recovery</extracomment>
      <translation>留下的内容</translation>
    </message>
    <message>
      <source>What was left of “%1” is discarded; the file was not touched.</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>“%1”的遗留内容已丢弃；文件没有被触及。</translation>
    </message>
    <message>
      <source>When</source>
      <extracomment>recovery</extracomment>
      <translation>时间</translation>
    </message>
    <message>
      <source>When it is read again, or the system forgets it.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>再次读取它，或系统忘掉它时。</translation>
    </message>
    <message>
      <source>When one of the two is written there.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>两者之一在那里写入时。</translation>
    </message>
    <message>
      <source>When pages were touched, played back on the map</source>
      <extracomment>pages.timeline</extracomment>
      <translation>页何时被触及，在页图上回放</translation>
    </message>
    <message>
      <source>When something is written there.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>在那里写入内容时。</translation>
    </message>
    <message>
      <source>When the disk has it.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>磁盘已有该内容时。</translation>
    </message>
    <message>
      <source>When the page changes, until it is read again.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>该页更改时，直到再次读取。</translation>
    </message>
    <message>
      <source>When the process unmaps it or the system takes it back.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>进程取消映射或系统收回时。</translation>
    </message>
    <message>
      <source>When the system, or Evict, drops it.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>系统或“逐出”丢弃它时。</translation>
    </message>
    <message>
      <source>Where Back was used</source>
      <extracomment>go.forward</extracomment>
      <translation>使用后退时所在处</translation>
    </message>
    <message>
      <source>Where You Are</source>
      <extracomment>tour</extracomment>
      <translation>您在何处</translation>
    </message>
    <message>
      <source>Where the caret was before the jump</source>
      <extracomment>go.back</extracomment>
      <translation>跳转之前光标所在处</translation>
    </message>
    <message>
      <source>Where the pattern begins</source>
      <extracomment>operation</extracomment>
      <translation>模式从何处开始</translation>
    </message>
    <message>
      <source>Where the structure is laid</source>
      <extracomment>structure_head</extracomment>
      <translation>结构放在何处</translation>
    </message>
    <message>
      <source>Where things may begin</source>
      <extracomment>types</extracomment>
      <translation>可能的起始位置</translation>
    </message>
    <message>
      <source>Where {name} Is Now</source>
      <extracomment>sessions</extracomment>
      <translation>{name}现在的位置</translation>
    </message>
    <message>
      <source>Which byte of a group comes first</source>
      <extracomment>preferences</extracomment>
      <translation>组中哪个字节在前</translation>
    </message>
    <message>
      <source>Which bytes are looked at</source>
      <extracomment>scope_box</extracomment>
      <translation>查看哪些字节</translation>
    </message>
    <message>
      <source>Which colours the map has</source>
      <extracomment>preferences</extracomment>
      <translation>页图用哪些颜色</translation>
    </message>
    <message>
      <source>Which hits are shown</source>
      <extracomment>found</extracomment>
      <translation>显示哪些命中</translation>
    </message>
    <message>
      <source>Which keys give which command</source>
      <extracomment>settings.shortcuts</extracomment>
      <translation>哪些键执行哪个命令</translation>
    </message>
    <message>
      <source>Which pages are %1 is %2.</source>
      <extracomment>core/touched/page_states</extracomment>
      <translation>哪些页%1：%2。</translation>
    </message>
    <message>
      <source>Which pages are {title} is not known yet; show that state to find out.</source>
      <extracomment>stepping</extracomment>
      <translation>尚不知道哪些页“{title}”；显示该状态即可得知。</translation>
    </message>
    <message>
      <source>Which pages are {title} is {value}.</source>
      <extracomment>stepping</extracomment>
      <translation>哪些页“{title}”：{value}。</translation>
    </message>
    <message>
      <source>Which pages other programs read and write from now on, by the kernel's trace events (root)</source>
      <extracomment>watching.reads</extracomment>
      <translation>从现在起其他程序读写哪些页，由内核跟踪事件得知（需 root）</translation>
    </message>
    <message>
      <source>Which pages our own stores reach from now on, told by the kernel (documents in Live access)</source>
      <extracomment>watching.stores</extracomment>
      <translation>从现在起我们自己的存入到达哪些页，由内核告知（直接访问的文档）</translation>
    </message>
    <message>
      <source>Which pages were touched, why, when and by whom</source>
      <extracomment>pages.list</extracomment>
      <translation>哪些页被触及，原因、时间和由谁</translation>
    </message>
    <message>
      <source>Which processes use a file is not available on this system: it is read from /proc, which only Linux has.</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>此系统上无法得知哪些进程使用文件：这要从 /proc 读取，只有 Linux 有。</translation>
    </message>
    <message>
      <source>Which states of pages the map shows</source>
      <extracomment>layers.choose</extracomment>
      <translation>页图显示页的哪些状态</translation>
    </message>
    <message>
      <source>Who maps the file or has it open, and which pages of it they have mapped</source>
      <extracomment>watching.processes</extracomment>
      <translation>谁映射或打开了该文件，映射了其中哪些页</translation>
    </message>
    <message>
      <source>Whole Document</source>
      <extracomment>scope</extracomment>
      <translation>整个文档</translation>
    </message>
    <message>
      <source>Whole File</source>
      <extracomment>export_picture</extracomment>
      <translation>整个文件</translation>
    </message>
    <message>
      <source>Whole document</source>
      <extracomment>find_bar</extracomment>
      <translation>整个文档</translation>
    </message>
    <message>
      <source>Whose bookmarks are listed</source>
      <extracomment>bookmarks</extracomment>
      <translation>列出谁的书签</translation>
    </message>
    <message>
      <source>Whose change</source>
      <extracomment>differences</extracomment>
      <translation>谁的更改</translation>
    </message>
    <message>
      <source>Why</source>
      <extracomment>touched_model</extracomment>
      <translation>原因</translation>
    </message>
    <message>
      <source>Width</source>
      <extracomment>export_picture</extracomment>
      <translation>宽度</translation>
    </message>
    <message>
      <source>Width of a word</source>
      <extracomment>pattern_pages</extracomment>
      <translation>字的宽度</translation>
    </message>
    <message>
      <source>Windows (CP 1252)</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>Windows (CP 1252)</translation>
    </message>
    <message>
      <source>Windows (CP1252)</source>
      <extracomment>look.encoding_cp1252</extracomment>
      <translation>Windows (CP1252)</translation>
    </message>
    <message>
      <source>Windows Cyrillic (CP 1251)</source>
      <extracomment>find_fields</extracomment>
      <translation>Windows 西里尔文 (CP 1251)</translation>
    </message>
    <message>
      <source>Windows does not tell it</source>
      <extracomment>core/touched/working_set_windows</extracomment>
      <translation>Windows 不提供</translation>
    </message>
    <message>
      <source>Windows tells only of files that are mapped here</source>
      <extracomment>core/touched/working_set_windows</extracomment>
      <translation>Windows 只提供在此映射的文件的情况</translation>
    </message>
    <message>
      <source>Windows: 100 ns since 1601-01-01</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>Windows：自 1601-01-01 起的 100 纳秒数</translation>
    </message>
    <message>
      <source>With &amp;File…</source>
      <extracomment>compare.with_file</extracomment>
      <translation>与文件(&amp;F)…</translation>
    </message>
    <message>
      <source>With &amp;legend</source>
      <extracomment>export_picture</extracomment>
      <translation>带图例(&amp;L)</translation>
    </message>
    <message>
      <source>With Another &amp;Tab…</source>
      <extracomment>compare.with_tab</extracomment>
      <translation>与另一标签页(&amp;T)…</translation>
    </message>
    <message>
      <source>With Last &amp;Saved State</source>
      <extracomment>compare.with_saved</extracomment>
      <translation>与上次保存的状态(&amp;S)</translation>
    </message>
    <message>
      <source>With Shift selects; with Ctrl by group and to the ends</source>
      <extracomment>keys</extracomment>
      <translation>加 Shift 选择；加 Ctrl 按组移动或到两端</translation>
    </message>
    <message>
      <source>With Sn&amp;apshot…</source>
      <extracomment>compare.with_snapshot</extracomment>
      <translation>与快照(&amp;A)…</translation>
    </message>
    <message>
      <source>With a shift of %1 bytes the two have no byte in common; choose a smaller shift.</source>
      <extracomment>core/compare/pair</extracomment>
      <translation>偏移 %1 字节后两者没有共同的字节；请选择较小的偏移。</translation>
    </message>
    <message>
      <source>With the &amp;date</source>
      <extracomment>export_picture</extracomment>
      <translation>带日期(&amp;D)</translation>
    </message>
    <message>
      <source>Without moving the caret</source>
      <extracomment>keys</extracomment>
      <translation>不移动光标</translation>
    </message>
    <message>
      <source>Words as &amp;od -x</source>
      <extracomment>exchange.copy_od</extracomment>
      <translation>od -x 的字(&amp;O)</translation>
    </message>
    <message>
      <source>Words as od -x</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>od -x 的字</translation>
    </message>
    <message>
      <source>Words of %1 bytes are not known; use 1, 2, 4 or 8.</source>
      <extracomment>core/text/dump</extracomment>
      <translation>不支持 %1 字节的字；请使用 1、2、4 或 8。</translation>
    </message>
    <message>
      <source>Work under way</source>
      <extracomment>status</extracomment>
      <translation>进行中的工作</translation>
    </message>
    <message>
      <source>Write</source>
      <extracomment>write_bytes</extracomment>
      <translation>写入</translation>
    </message>
    <message>
      <source>Write %1</source>
      <extracomment>core/document/document</extracomment>
      <translation>写入 %1</translation>
    </message>
    <message>
      <source>Write %1 at %2:</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>在 %2 写入 %1：</translation>
    </message>
    <message>
      <source>Write Anyway</source>
      <extracomment>files</extracomment>
      <translation>仍然写出</translation>
    </message>
    <message>
      <source>Write Bytes</source>
      <extracomment>write_bytes</extracomment>
      <translation>写入字节</translation>
    </message>
    <message>
      <source>Write Offs&amp;ets As</source>
      <extracomment>menu</extracomment>
      <translation>偏移写作(&amp;E)</translation>
    </message>
    <message>
      <source>Write a group as \g&lt;1&gt; or \g&lt;name&gt;.</source>
      <extracomment>core/search/template</extracomment>
      <translation>分组写作 \g&lt;1&gt; 或 \g&lt;name&gt;。</translation>
    </message>
    <message>
      <source>Write bytes at an offset</source>
      <extracomment>edits.write</extracomment>
      <translation>在某偏移处写入字节</translation>
    </message>
    <message>
      <source>Write o&amp;ffsets as</source>
      <extracomment>preferences</extracomment>
      <translation>偏移写作(&amp;F)</translation>
    </message>
    <message>
      <source>Write the bookmarks to a JSON or CSV file</source>
      <extracomment>bookmarks.export</extracomment>
      <translation>把书签写入 JSON 或 CSV 文件</translation>
    </message>
    <message>
      <source>Write the document to another file</source>
      <extracomment>files.save_as</extracomment>
      <translation>把文档写入另一个文件</translation>
    </message>
    <message>
      <source>Write the selected bytes to another file; of any size, holes stay holes</source>
      <extracomment>exchange.save_selection</extracomment>
      <translation>把所选字节写入另一个文件；大小不限，空洞仍是空洞</translation>
    </message>
    <message>
      <source>Write the selection or the document as Intel HEX, SREC, source code, Base64 or a dump</source>
      <extracomment>exchange.export_bytes</extracomment>
      <translation>把选区或文档写为 Intel HEX、SREC、源代码、Base64 或转储</translation>
    </message>
    <message>
      <source>Write the snapshot to a file</source>
      <extracomment>snapshots</extracomment>
      <translation>把快照写入文件</translation>
    </message>
    <message>
      <source>Write the unsaved edits, or what differs from another file, as an edit script, BPS or IPS</source>
      <extracomment>exchange.export_patch</extracomment>
      <translation>把未保存的编辑或与另一文件的差异写为编辑脚本、BPS 或 IPS</translation>
    </message>
    <message>
      <source>Write what can be restored to a new file</source>
      <extracomment>recovery</extracomment>
      <translation>把可恢复的内容写入新文件</translation>
    </message>
    <message>
      <source>Write what changed to the file and flush it</source>
      <extracomment>files.save</extracomment>
      <translation>把改动写入文件并刷盘</translation>
    </message>
    <message>
      <source>Write which files are open, their places, looks and bookmarks, and the docks to a session file</source>
      <extracomment>sessions.save_as</extracomment>
      <translation>把打开的文件及其位置、外观、书签和停靠面板写入会话文件</translation>
    </message>
    <message>
      <source>Writing</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>正在写入</translation>
    </message>
    <message>
      <source>Written</source>
      <extracomment>core/touched/lanes</extracomment>
      <translation>写入</translation>
    </message>
    <message>
      <source>Written back by the system · not flushed</source>
      <extracomment>durability</extracomment>
      <translation>已由系统写回 · 未刷盘</translation>
    </message>
    <message>
      <source>Written by a process</source>
      <extracomment>pages.walk_written</extracomment>
      <translation>被进程写入</translation>
    </message>
    <message>
      <source>XFS file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>XFS 文件系统</translation>
    </message>
    <message>
      <source>Xor %1 with %2</source>
      <extracomment>made of words</extracomment>
      <translation>%1 与 %2 按位异或</translation>
    </message>
    <message>
      <source>Xor with a pattern</source>
      <extracomment>operation</extracomment>
      <translation>与模式异或</translation>
    </message>
    <message>
      <source>Yellow</source>
      <extracomment>core/bookmarks/bookmark</extracomment>
      <translation>黄</translation>
    </message>
    <message>
      <source>Yes</source>
      <extracomment>recovery</extracomment>
      <translation>是</translation>
    </message>
    <message>
      <source>Your unsaved edits (%1) are kept.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>您未保存的编辑（%1）仍保留。</translation>
    </message>
    <message>
      <source>Z-Order</source>
      <extracomment>look.layout_zorder</extracomment>
      <translation>Z 序</translation>
    </message>
    <message>
      <source>Z-order</source>
      <extracomment>core/text/map_words</extracomment>
      <translation>Z 序</translation>
    </message>
    <message>
      <source>ZIP archive</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>ZIP 归档</translation>
    </message>
    <message>
      <source>ZIP, end of the archive</source>
      <extracomment>structures/zip-end</extracomment>
      <translation>ZIP，归档的结尾</translation>
    </message>
    <message>
      <source>ZIP, one entry of the directory</source>
      <extracomment>structures/zip-central</extracomment>
      <translation>ZIP，目录中的一个条目</translation>
    </message>
    <message>
      <source>ZIP, one file in the archive</source>
      <extracomment>structures/zip-local</extracomment>
      <translation>ZIP，归档中的一个文件</translation>
    </message>
    <message>
      <source>Zero Share</source>
      <extracomment>look.scheme_zeros</extracomment>
      <translation>零的比例</translation>
    </message>
    <message>
      <source>Zeros</source>
      <extracomment>core/pages/classes</extracomment>
      <translation>全零</translation>
    </message>
    <message>
      <source>Zoom &amp;In</source>
      <extracomment>look.zoom_in</extracomment>
      <translation>放大(&amp;I)</translation>
    </message>
    <message>
      <source>Zoom &amp;Out</source>
      <extracomment>look.zoom_out</extracomment>
      <translation>缩小(&amp;O)</translation>
    </message>
    <message>
      <source>Zstandard frame</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>Zstandard 帧</translation>
    </message>
    <message>
      <source>a %1 needs the name of a file</source>
      <extracomment>core/storage/exporting</extracomment>
      <translation>%1需要文件的名称</translation>
    </message>
    <message>
      <source>a bit field of %1 has 1 to %2 bits.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>%1 的位字段有 1 到 %2 位。</translation>
    </message>
    <message>
      <source>a blob that is not whole</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>不完整的数据块</translation>
    </message>
    <message>
      <source>a block cannot be moved into itself; check “to”.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>块不能移到自身之内；请检查“to”。</translation>
    </message>
    <message>
      <source>a character device and has no fixed content; choose a file or a block device</source>
      <extracomment>core/source/opening</extracomment>
      <translation>字符设备，没有固定的内容；请选择文件或块设备</translation>
    </message>
    <message>
      <source>a constant is one number or expression; take the rest out.</source>
      <extracomment>core/structs/headers</extracomment>
      <translation>常量是一个数字或表达式；请去掉其余部分。</translation>
    </message>
    <message>
      <source>a count cannot be negative.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>数目不能为负。</translation>
    </message>
    <message>
      <source>a defect of the program</source>
      <extracomment>edit_log</extracomment>
      <translation>程序缺陷</translation>
    </message>
    <message>
      <source>a division by zero is not possible</source>
      <extracomment>core/structs/expressions</extracomment>
      <translation>不能除以零</translation>
    </message>
    <message>
      <source>a document in memory</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>内存中的文档</translation>
    </message>
    <message>
      <source>a document in memory is no file that others could map</source>
      <extracomment>processes</extracomment>
      <translation>内存中的文档不是其他程序能映射的文件</translation>
    </message>
    <message>
      <source>a field</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>字段</translation>
    </message>
    <message>
      <source>a field stands outside of a structure; begin with struct NAME {.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>字段位于结构之外；请以 struct NAME { 开头。</translation>
    </message>
    <message>
      <source>a file</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>文件</translation>
    </message>
    <message>
      <source>a folder; choose a file in it</source>
      <extracomment>core/source/opening</extracomment>
      <translation>文件夹；请选择其中的文件</translation>
    </message>
    <message>
      <source>a format of another version</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>另一版本的格式</translation>
    </message>
    <message>
      <source>a head that is longer than its record</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>头比记录还长</translation>
    </message>
    <message>
      <source>a head that is no JSON</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>头不是 JSON</translation>
    </message>
    <message>
      <source>a head that is no object</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>头不是对象</translation>
    </message>
    <message>
      <source>a head that is too long</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>头太长</translation>
    </message>
    <message>
      <source>a header with odd numbers</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>头中有奇怪的数字</translation>
    </message>
    <message>
      <source>a length is 0 or more; type such a number.</source>
      <extracomment>range_fields</extracomment>
      <translation>长度须为 0 或更大；请输入这样的数。</translation>
    </message>
    <message>
      <source>a list</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>列表</translation>
    </message>
    <message>
      <source>a lost page was caught, and not counted</source>
      <extracomment>core/source/proof</extracomment>
      <translation>丢失的页被捕获了，但没有计数</translation>
    </message>
    <message>
      <source>a lost page was not caught (%1)</source>
      <extracomment>core/source/proof</extracomment>
      <translation>丢失的页没有被捕获（%1）</translation>
    </message>
    <message>
      <source>a number or the name of a field is missing here.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>此处缺少数字或字段的名称。</translation>
    </message>
    <message>
      <source>a number that begins with 0 is octal; write 0o as 0 and 0 to 7.</source>
      <extracomment>core/structs/tokens</extracomment>
      <translation>以 0 开头的数字是八进制；请不要写 0o，而写 0 和 0 到 7。</translation>
    </message>
    <message>
      <source>a part of the path is not a folder; check the path</source>
      <extracomment>core/source/opening</extracomment>
      <translation>路径的一部分不是文件夹；请检查路径</translation>
    </message>
    <message>
      <source>a path that is none</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>不是路径的路径</translation>
    </message>
    <message>
      <source>a pattern of a kind that is not known</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>未知种类的模式</translation>
    </message>
    <message>
      <source>a pattern that is not there</source>
      <extracomment>core/storage/editlog/states</extracomment>
      <translation>不存在的模式</translation>
    </message>
    <message>
      <source>a pattern that is not whole</source>
      <extracomment>core/storage/editlog/states</extracomment>
      <translation>不完整的模式</translation>
    </message>
    <message>
      <source>a pattern that makes no sense</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>没有意义的模式</translation>
    </message>
    <message>
      <source>a pipe and has no fixed content; save what comes out of it to a file and open that</source>
      <extracomment>core/source/opening</extracomment>
      <translation>管道，没有固定的内容；请把其输出存为文件再打开</translation>
    </message>
    <message>
      <source>a place that cannot be</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>不可能的位置</translation>
    </message>
    <message>
      <source>a record of %1 bytes</source>
      <extracomment>core/storage/records</extracomment>
      <translation>%1 字节的记录</translation>
    </message>
    <message>
      <source>a record of a kind that is not known here</source>
      <extracomment>core/storage/editlog/folding</extracomment>
      <translation>此处未知种类的记录</translation>
    </message>
    <message>
      <source>a record that does not belong here</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>不属于此处的记录</translation>
    </message>
    <message>
      <source>a record that does not belong to a state</source>
      <extracomment>core/storage/editlog/states</extracomment>
      <translation>不属于状态的记录</translation>
    </message>
    <message>
      <source>a record that is no edit</source>
      <extracomment>core/storage/editlog/replaying</extracomment>
      <translation>不是编辑的记录</translation>
    </message>
    <message>
      <source>a record without a head</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>没有头的记录</translation>
    </message>
    <message>
      <source>a record without its table</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>记录没有表</translation>
    </message>
    <message>
      <source>a redo of nothing</source>
      <extracomment>core/storage/editlog/folding</extracomment>
      <translation>重做没有内容</translation>
    </message>
    <message>
      <source>a run without bytes</source>
      <extracomment>core/text/dump</extracomment>
      <translation>没有字节的区段</translation>
    </message>
    <message>
      <source>a sample of %1</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>抽样 %1</translation>
    </message>
    <message>
      <source>a save of %1 that was cut off (%2 journal)</source>
      <extracomment>core/storage/pending</extracomment>
      <translation>%1 的一次中断的保存（%2 日志）</translation>
    </message>
    <message>
      <source>a script takes no bytes of other files; write them as hex or base64.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>脚本不取其他文件的字节；请把它们写成 hex 或 base64。</translation>
    </message>
    <message>
      <source>a shift by %1 is not possible</source>
      <extracomment>core/structs/expressions</extracomment>
      <translation>不能移位 %1</translation>
    </message>
    <message>
      <source>a short header</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>头太短</translation>
    </message>
    <message>
      <source>a socket and has no content; choose a file</source>
      <extracomment>core/source/opening</extracomment>
      <translation>套接字，没有内容；请选择文件</translation>
    </message>
    <message>
      <source>a source that is not known</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>未知的来源</translation>
    </message>
    <message>
      <source>a span of a kind that is not known</source>
      <extracomment>core/storage/editlog/states</extracomment>
      <translation>未知种类的区间</translation>
    </message>
    <message>
      <source>a span outside of its source</source>
      <extracomment>core/storage/editlog/states</extracomment>
      <translation>在其来源之外的区间</translation>
    </message>
    <message>
      <source>a span outside of the bytes of the log</source>
      <extracomment>core/storage/editlog/states</extracomment>
      <translation>在日志字节之外的区间</translation>
    </message>
    <message>
      <source>a span that cannot be</source>
      <extracomment>core/storage/editlog/states</extracomment>
      <translation>不可能的区间</translation>
    </message>
    <message>
      <source>a state that is not whole</source>
      <extracomment>core/storage/editlog/folding</extracomment>
      <translation>不完整的状态</translation>
    </message>
    <message>
      <source>a table longer than its record</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>表比记录还长</translation>
    </message>
    <message>
      <source>a text</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>文本</translation>
    </message>
    <message>
      <source>a type</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>类型</translation>
    </message>
    <message>
      <source>a type is missing; %1.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>缺少类型；%1。</translation>
    </message>
    <message>
      <source>a value</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>值</translation>
    </message>
    <message>
      <source>a whole number</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>整数</translation>
    </message>
    <message>
      <source>a word has 1 to 8 bytes, not %1</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>一个字有 1 到 8 字节，而不是 %1</translation>
    </message>
    <message>
      <source>action %1</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>操作 %1</translation>
    </message>
    <message>
      <source>all</source>
      <extracomment>legend</extracomment>
      <translation>全部</translation>
    </message>
    <message>
      <source>all %1</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>全部 %1</translation>
    </message>
    <message>
      <source>all %1 known, %2 of them holes</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>全部 %1 已知，其中 %2 个空洞</translation>
    </message>
    <message>
      <source>all %1 known, %2 of them holes; a run shorter than %3 can still be missed</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>全部 %1 已知，其中 %2 个空洞；短于 %3 的区段仍可能漏掉</translation>
    </message>
    <message>
      <source>all %1 read</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>全部 %1 已读</translation>
    </message>
    <message>
      <source>all %1 read; a run shorter than %2 can still be missed</source>
      <extracomment>core/pages/confidence</extracomment>
      <translation>全部 %1 已读；短于 %2 的区段仍可能漏掉</translation>
    </message>
    <message>
      <source>all of them have</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>它们全都含有</translation>
    </message>
    <message>
      <source>all {name}: at most {most} non-zero (95 %)</source>
      <extracomment>readout</extracomment>
      <translation>全部为{name}：非零最多 {most} (95 %)</translation>
    </message>
    <message>
      <source>all {name}: at most {most} others (95 %)</source>
      <extracomment>readout</extracomment>
      <translation>全部为{name}：其他最多 {most} (95 %)</translation>
    </message>
    <message>
      <source>an edit has more than 1 GiB of bytes of its own</source>
      <extracomment>core/storage/editlog/encoding</extracomment>
      <translation>一个编辑自身的字节超过 1 GiB</translation>
    </message>
    <message>
      <source>an edit of a kind that is not known</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>未知种类的编辑</translation>
    </message>
    <message>
      <source>an edit repeats a file that was written over meanwhile</source>
      <extracomment>core/storage/editlog/encoding</extracomment>
      <translation>有一处编辑重复了某个文件的内容，而该文件此间已被改写</translation>
    </message>
    <message>
      <source>an edit that goes on in a step that is not there</source>
      <extracomment>core/storage/editlog/folding</extracomment>
      <translation>编辑接续不存在的步骤</translation>
    </message>
    <message>
      <source>an edit that is not whole</source>
      <extracomment>core/storage/editlog/folding</extracomment>
      <translation>不完整的编辑</translation>
    </message>
    <message>
      <source>an edit without bytes</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>没有字节的编辑</translation>
    </message>
    <message>
      <source>an empty file</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>空的文件</translation>
    </message>
    <message>
      <source>an empty pattern</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>空的模式</translation>
    </message>
    <message>
      <source>an enumeration stands on an integer.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>枚举建立在整数之上。</translation>
    </message>
    <message>
      <source>an object</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>对象</translation>
    </message>
    <message>
      <source>an undo of nothing</source>
      <extracomment>core/storage/editlog/folding</extracomment>
      <translation>撤销没有内容</translation>
    </message>
    <message>
      <source>an&amp;d</source>
      <extracomment>strings</extracomment>
      <translation>以及(&amp;D)</translation>
    </message>
    <message>
      <source>and putting the old bytes back failed as well (%1)</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>并且放回旧字节也失败了（%1）</translation>
    </message>
    <message>
      <source>and {more:,} more</source>
      <extracomment>import_bytes</extracomment>
      <translation>另有 {more:,} 个</translation>
    </message>
    <message>
      <source>anonymous memory has no path</source>
      <extracomment>core/source/opening</extracomment>
      <translation>匿名内存没有路径</translation>
    </message>
    <message>
      <source>another file</source>
      <extracomment>recovery</extracomment>
      <translation>另一个文件</translation>
    </message>
    <message>
      <source>another file stands in its place</source>
      <extracomment>core/storage/save</extracomment>
      <translation>那里是另一个文件</translation>
    </message>
    <message>
      <source>another program</source>
      <extracomment>touches</extracomment>
      <translation>另一个程序</translation>
    </message>
    <message>
      <source>another program holds it for itself; try again when that has finished</source>
      <extracomment>core/source/opening</extracomment>
      <translation>另一程序独占它；请在其结束后再试</translation>
    </message>
    <message>
      <source>any</source>
      <extracomment>legend</extracomment>
      <translation>有</translation>
    </message>
    <message>
      <source>any place</source>
      <extracomment>types</extracomment>
      <translation>任意位置</translation>
    </message>
    <message>
      <source>ar archive</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>ar 归档</translation>
    </message>
    <message>
      <source>as it was</source>
      <extracomment>recovery</extracomment>
      <translation>与原来一样</translation>
    </message>
    <message>
      <source>as it was before</source>
      <extracomment>core/storage/failure</extracomment>
      <translation>与之前相同</translation>
    </message>
    <message>
      <source>as on disk</source>
      <extracomment>page_info</extracomment>
      <translation>与磁盘上一致</translation>
    </message>
    <message>
      <source>as the file says, else 0</source>
      <extracomment>disassembly</extracomment>
      <translation>按文件所述，否则为 0</translation>
    </message>
    <message>
      <source>ask for permission, or use Save As to another place</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请申请权限，或用“另存为”保存到另一位置</translation>
    </message>
    <message>
      <source>at</source>
      <extracomment>types</extracomment>
      <translation>位于</translation>
    </message>
    <message>
      <source>at &amp;least</source>
      <extracomment>strings</extracomment>
      <translation>至少(&amp;L)</translation>
    </message>
    <message>
      <source>at most {n} page</source>
      <extracomment>timeline</extracomment>
      <translation>最多 {n} 页</translation>
    </message>
    <message>
      <source>at most {n} pages</source>
      <extracomment>timeline</extracomment>
      <translation>最多 {n} 页</translation>
    </message>
    <message>
      <source>became dirty</source>
      <extracomment>core/touched/page_states</extracomment>
      <translation>变脏</translation>
    </message>
    <message>
      <source>became longer while it was compared</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>在比较时变长</translation>
    </message>
    <message>
      <source>behind __attribute__</source>
      <extracomment>core/structs/headers</extracomment>
      <translation>在 __attribute__ 之后</translation>
    </message>
    <message>
      <source>behind sizeof</source>
      <extracomment>core/structs/words</extracomment>
      <translation>在 sizeof 之后</translation>
    </message>
    <message>
      <source>behind the count</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>在数目之后</translation>
    </message>
    <message>
      <source>behind the definition</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>在定义之后</translation>
    </message>
    <message>
      <source>behind the expression</source>
      <extracomment>core/structs/words</extracomment>
      <translation>在表达式之后</translation>
    </message>
    <message>
      <source>behind the field</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>在字段之后</translation>
    </message>
    <message>
      <source>behind the function</source>
      <extracomment>core/structs/headers</extracomment>
      <translation>在函数之后</translation>
    </message>
    <message>
      <source>behind the type</source>
      <extracomment>core/structs/words</extracomment>
      <translation>在类型之后</translation>
    </message>
    <message>
      <source>behind the typedef</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>在 typedef 之后</translation>
    </message>
    <message>
      <source>being written</source>
      <extracomment>states</extracomment>
      <translation>正在写入</translation>
    </message>
    <message>
      <source>between the values</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>在各值之间</translation>
    </message>
    <message>
      <source>binary</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>二进制</translation>
    </message>
    <message>
      <source>bit {at} is {value}</source>
      <extracomment>bits_edit</extracomment>
      <translation>第 {at} 位为 {value}</translation>
    </message>
    <message>
      <source>bits a byte</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>位每字节</translation>
    </message>
    <message>
      <source>bits a byte, over the page's own length</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>每字节的位数，按该页自身的长度</translation>
    </message>
    <message>
      <source>blocks of %1, %2 of %3 exact, others sampled</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>每块 %1，%3 中的 %2 精确，其余抽样</translation>
    </message>
    <message>
      <source>bookmarked</source>
      <extracomment>states</extracomment>
      <translation>有书签</translation>
    </message>
    <message>
      <source>by mincore, which tells nothing else</source>
      <extracomment>core/touched/residency</extracomment>
      <translation>由 mincore 得知，它不提供别的</translation>
    </message>
    <message>
      <source>byte cannot be read</source>
      <extracomment>frame</extracomment>
      <translation>字节无法读取</translation>
    </message>
    <message>
      <source>byte not read yet</source>
      <extracomment>frame</extracomment>
      <translation>字节尚未读取</translation>
    </message>
    <message>
      <source>byte {value}</source>
      <extracomment>frame</extracomment>
      <translation>字节 {value}</translation>
    </message>
    <message>
      <source>bytes 00</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>字节 00</translation>
    </message>
    <message>
      <source>bytes 09, 0A, 0D and 20 to 7E</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>字节 09、0A、0D 和 20 到 7E</translation>
    </message>
    <message>
      <source>bytes 20 to 7E, tab, line feed and carriage return</source>
      <extracomment>core/statistics/numbers</extracomment>
      <translation>字节 20 到 7E、制表符、换行和回车</translation>
    </message>
    <message>
      <source>bytes 80 to FE</source>
      <extracomment>core/statistics/numbers</extracomment>
      <translation>字节 80 到 FE</translation>
    </message>
    <message>
      <source>bytes FF</source>
      <extracomment>core/statistics/numbers</extracomment>
      <translation>字节 FF</translation>
    </message>
    <message>
      <source>bytes of the row: 4096 a page, but for a short last one</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>该行的字节数：每页 4096，较短的最后一页除外</translation>
    </message>
    <message>
      <source>bytes that the save did not touch are 00, as the file is not there</source>
      <extracomment>core/storage/journal/exporting</extracomment>
      <translation>保存未触及的字节为 00，因为文件不在了</translation>
    </message>
    <message>
      <source>bytes that the save did not touch are those of the file as it is now</source>
      <extracomment>core/storage/journal/exporting</extracomment>
      <translation>保存未触及的字节为文件现在的字节</translation>
    </message>
    <message>
      <source>bzip2 stream</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>bzip2 流</translation>
    </message>
    <message>
      <source>cachestat, or mincore where it may be asked.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>cachestat，或在可用处使用 mincore。</translation>
    </message>
    <message>
      <source>came into memory</source>
      <extracomment>core/touched/touch</extracomment>
      <translation>进入内存</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <extracomment>found_model</extracomment>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>changed by another program</source>
      <extracomment>states</extracomment>
      <translation>被其他程序更改</translation>
    </message>
    <message>
      <source>changed outside</source>
      <extracomment>core/touched/touch</extracomment>
      <translation>外部更改</translation>
    </message>
    <message>
      <source>changed since</source>
      <extracomment>recovery</extracomment>
      <translation>之后有更改</translation>
    </message>
    <message>
      <source>changed {count:.0f} d ago</source>
      <extracomment>schemes</extracomment>
      <translation>{count:.0f} 天前更改</translation>
    </message>
    <message>
      <source>changed {count:.0f} h ago</source>
      <extracomment>schemes</extracomment>
      <translation>{count:.0f} 小时前更改</translation>
    </message>
    <message>
      <source>changed {count:.0f} min ago</source>
      <extracomment>schemes</extracomment>
      <translation>{count:.0f} 分钟前更改</translation>
    </message>
    <message>
      <source>changed {count:.0f} s ago</source>
      <extracomment>schemes</extracomment>
      <translation>{count:.0f} 秒前更改</translation>
    </message>
    <message>
      <source>class of most known pages</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>已知页中最多的类别</translation>
    </message>
    <message>
      <source>close some and save again</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请关闭一些再保存</translation>
    </message>
    <message>
      <source>copies are looked for in files only</source>
      <extracomment>schemes</extracomment>
      <translation>只在文件中查找副本</translation>
    </message>
    <message>
      <source>copies not known yet</source>
      <extracomment>schemes</extracomment>
      <translation>副本尚不清楚</translation>
    </message>
    <message>
      <source>copy of the superblock, in block group %1</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>超级块的副本，位于块组 %1</translation>
    </message>
    <message>
      <source>copy of the superblock: %1 in %2</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>超级块的副本：%2 中的 %1</translation>
    </message>
    <message>
      <source>copy of the superblock: “%1”, %2 in %3</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>超级块的副本：“%1”，%3 中的 %2</translation>
    </message>
    <message>
      <source>core dump</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>核心转储</translation>
    </message>
    <message>
      <source>counter %1, step %2, %3</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>计数器 %1，步长 %2，%3</translation>
    </message>
    <message>
      <source>cpio archive</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>cpio 归档</translation>
    </message>
    <message>
      <source>device tree</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>设备树</translation>
    </message>
    <message>
      <source>different</source>
      <extracomment>states</extracomment>
      <translation>不同</translation>
    </message>
    <message>
      <source>different values</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>不同的值</translation>
    </message>
    <message>
      <source>document %1, bookmark</source>
      <extracomment>core/sessions/saved</extracomment>
      <translation>文档 %1，书签</translation>
    </message>
    <message>
      <source>does not end within %1</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>在 %1 之内没有结束</translation>
    </message>
    <message>
      <source>dump of xxd, hexdump or od</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>xxd、hexdump 或 od 的转储</translation>
    </message>
    <message>
      <source>each range has a piece</source>
      <extracomment>core/document/replacing</extracomment>
      <translation>每个范围都有一段内容</translation>
    </message>
    <message>
      <source>each range has a start and an end</source>
      <extracomment>core/document/places</extracomment>
      <translation>每个范围有开始和结束</translation>
    </message>
    <message>
      <source>edited</source>
      <extracomment>states</extracomment>
      <translation>已编辑</translation>
    </message>
    <message>
      <source>edited, not saved</source>
      <extracomment>page_info</extracomment>
      <translation>已编辑，未保存</translation>
    </message>
    <message>
      <source>end the program and save again, or use Save As</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请结束该程序再保存，或用“另存为”</translation>
    </message>
    <message>
      <source>entropy {entropy:.2f} bits</source>
      <extracomment>readout</extracomment>
      <translation>熵 {entropy:.2f} 位</translation>
    </message>
    <message>
      <source>evicted lately</source>
      <extracomment>states</extracomment>
      <translation>最近被逐出</translation>
    </message>
    <message>
      <source>exact</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>精确</translation>
    </message>
    <message>
      <source>execution starts at 0x%1</source>
      <extracomment>core/exchange/addressed</extracomment>
      <translation>从 0x%1 开始执行</translation>
    </message>
    <message>
      <source>ext file system</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>ext 文件系统</translation>
    </message>
    <message>
      <source>ext2 “%1”, %2 blocks</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>ext2“%1”，%2 块</translation>
    </message>
    <message>
      <source>ext2, %1 blocks</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>ext2，%1 块</translation>
    </message>
    <message>
      <source>ext2, ext3 and ext4, superblock</source>
      <extracomment>structures/ext4</extracomment>
      <translation>ext2、ext3 和 ext4，超级块</translation>
    </message>
    <message>
      <source>ext3 “%1”, %2 blocks</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>ext3“%1”，%2 块</translation>
    </message>
    <message>
      <source>ext3, %1 blocks</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>ext3，%1 块</translation>
    </message>
    <message>
      <source>ext4 “%1”, %2 blocks</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>ext4“%1”，%2 块</translation>
    </message>
    <message>
      <source>ext4, %1 blocks</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>ext4，%1 块</translation>
    </message>
    <message>
      <source>fewer places than were told</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>位置比所说的少</translation>
    </message>
    <message>
      <source>file changed</source>
      <extracomment>core/touched/page_states</extracomment>
      <translation>文件已更改</translation>
    </message>
    <message>
      <source>file system</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>文件系统</translation>
    </message>
    <message>
      <source>file type %1</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>文件类型 %1</translation>
    </message>
    <message>
      <source>files are read in pieces and never mapped, which is slower and just as right</source>
      <extracomment>safe_mode</extracomment>
      <translation>文件分块读取，从不映射，这样较慢，但同样正确</translation>
    </message>
    <message>
      <source>first is %1</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>第一个是 %1</translation>
    </message>
    <message>
      <source>found</source>
      <extracomment>states</extracomment>
      <translation>找到</translation>
    </message>
    <message>
      <source>free some space and save again, or use Save As elsewhere</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请腾出空间再保存，或用“另存为”保存到别处</translation>
    </message>
    <message>
      <source>free some space and save again, or use Save As to another disk</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请腾出空间再保存，或用“另存为”保存到另一磁盘</translation>
    </message>
    <message>
      <source>from the snapshot “{name}”</source>
      <extracomment>comparing_prints</extracomment>
      <translation>与快照“{name}”相比</translation>
    </message>
    <message>
      <source>from “{name}”</source>
      <extracomment>comparing_two</extracomment>
      <translation>与“{name}”相比</translation>
    </message>
    <message>
      <source>give a number of 0 or more.</source>
      <extracomment>import_bytes</extracomment>
      <translation>请输入 0 或更大的数。</translation>
    </message>
    <message>
      <source>gzip stream</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>gzip 流</translation>
    </message>
    <message>
      <source>gzip, packed file</source>
      <extracomment>structures/gzip</extracomment>
      <translation>gzip，压缩文件</translation>
    </message>
    <message>
      <source>half</source>
      <extracomment>legend</extracomment>
      <translation>一半</translation>
    </message>
    <message>
      <source>has a form of its own</source>
      <extracomment>core/storage/editlog/encoding</extracomment>
      <translation>有自己的形式</translation>
    </message>
    <message>
      <source>has all of the save</source>
      <extracomment>recovery</extracomment>
      <translation>已含全部保存内容</translation>
    </message>
    <message>
      <source>has pages that are {name}</source>
      <extracomment>readout</extracomment>
      <translation>含有{name}的页</translation>
    </message>
    <message>
      <source>have copies</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>有副本</translation>
    </message>
    <message>
      <source>here</source>
      <extracomment>touches</extracomment>
      <translation>此处</translation>
    </message>
    <message>
      <source>here stands “%1”</source>
      <extracomment>core/structs/words</extracomment>
      <translation>此处是“%1”</translation>
    </message>
    <message>
      <source>here the text ends</source>
      <extracomment>core/structs/words</extracomment>
      <translation>文本在此结束</translation>
    </message>
    <message>
      <source>hole</source>
      <extracomment>states</extracomment>
      <translation>空洞</translation>
    </message>
    <message>
      <source>how many of them were read, or are holes</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>其中已读的或是空洞的页数</translation>
    </message>
    <message>
      <source>in %1</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>在 %1 中</translation>
    </message>
    <message>
      <source>in Live access only</source>
      <extracomment>auditing</extracomment>
      <translation>仅用于直接访问</translation>
    </message>
    <message>
      <source>in pages of %1 bytes</source>
      <extracomment>core/touched/residency</extracomment>
      <translation>以 %1 字节的页为单位</translation>
    </message>
    <message>
      <source>insert or delete</source>
      <extracomment>core/document/drafting</extracomment>
      <translation>插入或删除</translation>
    </message>
    <message>
      <source>interrupted save</source>
      <extracomment>recovery</extracomment>
      <translation>中断的保存</translation>
    </message>
    <message>
      <source>it belongs to somebody else</source>
      <extracomment>core/storage/private</extracomment>
      <translation>它属于别人</translation>
    </message>
    <message>
      <source>it broke off (%1)</source>
      <extracomment>core/source/proof</extracomment>
      <translation>它中断了（%1）</translation>
    </message>
    <message>
      <source>it has</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>它含有</translation>
    </message>
    <message>
      <source>it has %1 more name (hard links)</source>
      <extracomment>core/storage/places</extracomment>
      <translation>它还有 %1 个名称（硬链接）</translation>
    </message>
    <message>
      <source>it has %1 more names (hard links)</source>
      <extracomment>core/storage/places</extracomment>
      <translation>它还有 %1 个名称（硬链接）</translation>
    </message>
    <message>
      <source>it is a link to a file that does not exist; mend the link or open another file</source>
      <extracomment>core/source/opening</extracomment>
      <translation>它是指向不存在的文件的链接；请修复链接或打开另一个文件</translation>
    </message>
    <message>
      <source>it is a mount point</source>
      <extracomment>core/storage/places</extracomment>
      <translation>它是挂载点</translation>
    </message>
    <message>
      <source>it is a program that is running</source>
      <extracomment>core/source/opening</extracomment>
      <translation>它是正在运行的程序</translation>
    </message>
    <message>
      <source>it is not a regular file</source>
      <extracomment>core/storage/places</extracomment>
      <translation>它不是普通文件</translation>
    </message>
    <message>
      <source>it lies on a read-only file system</source>
      <extracomment>core/source/opening</extracomment>
      <translation>它位于只读文件系统</translation>
    </message>
    <message>
      <source>it was stopped</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>已被停止</translation>
    </message>
    <message>
      <source>item %1</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>第 %1 项</translation>
    </message>
    <message>
      <source>its attributes forbid writing</source>
      <extracomment>core/source/opening</extracomment>
      <translation>其属性禁止写入</translation>
    </message>
    <message>
      <source>its first byte</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>其第一个字节</translation>
    </message>
    <message>
      <source>its first bytes are UTF-8 that can be printed</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>其前面的字节是可打印的 UTF-8</translation>
    </message>
    <message>
      <source>its head</source>
      <extracomment>core/exchange/bps</extracomment>
      <translation>其头部</translation>
    </message>
    <message>
      <source>its header has another checksum</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>其头的校验和不同</translation>
    </message>
    <message>
      <source>its owner would change</source>
      <extracomment>core/storage/places</extracomment>
      <translation>其所有者会改变</translation>
    </message>
    <message>
      <source>kept in memory only</source>
      <extracomment>core/touched/told</extracomment>
      <translation>只保存在内存中</translation>
    </message>
    <message>
      <source>kernel-dirty</source>
      <extracomment>states</extracomment>
      <translation>内核脏页</translation>
    </message>
    <message>
      <source>left memory</source>
      <extracomment>core/touched/touch</extracomment>
      <translation>离开内存</translation>
    </message>
    <message>
      <source>line %1</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>第 %1 行</translation>
    </message>
    <message>
      <source>list of hits</source>
      <extracomment>found_list</extracomment>
      <translation>命中列表</translation>
    </message>
    <message>
      <source>macOS does not tell it</source>
      <extracomment>core/touched/mincore_macos</extracomment>
      <translation>macOS 不提供</translation>
    </message>
    <message>
      <source>machine %1</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>机器 %1</translation>
    </message>
    <message>
      <source>machine 0x%1</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>机器 0x%1</translation>
    </message>
    <message>
      <source>mapped</source>
      <extracomment>states</extracomment>
      <translation>被映射</translation>
    </message>
    <message>
      <source>mapped %1</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>映射：%1</translation>
    </message>
    <message>
      <source>mean byte</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>平均字节</translation>
    </message>
    <message>
      <source>mean byte {mean:.1f}</source>
      <extracomment>schemes</extracomment>
      <translation>平均字节 {mean:.1f}</translation>
    </message>
    <message>
      <source>mean of the entropies of the known pages, bits a byte</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>已知页的熵的平均值，每字节的位数</translation>
    </message>
    <message>
      <source>mine and theirs</source>
      <extracomment>core/touched/differences</extracomment>
      <translation>我的和对方的</translation>
    </message>
    <message>
      <source>mine; theirs is not known</source>
      <extracomment>core/touched/differences</extracomment>
      <translation>我的；对方的未知</translation>
    </message>
    <message>
      <source>more bytes than were told</source>
      <extracomment>core/storage/editlog/folding</extracomment>
      <translation>字节比所说的多</translation>
    </message>
    <message>
      <source>more or fewer bytes than the pieces have</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>字节数与各片段不符</translation>
    </message>
    <message>
      <source>more when you scroll on</source>
      <extracomment>disassembly</extracomment>
      <translation>继续滚动会有更多</translation>
    </message>
    <message>
      <source>most frequent byte {value:02X}{sign}</source>
      <extracomment>schemes</extracomment>
      <translation>最常见字节 {value:02X}{sign}</translation>
    </message>
    <message>
      <source>most frequent byte {value:02X}{sign} in all pages read</source>
      <extracomment>schemes</extracomment>
      <translation>最常见字节 {value:02X}{sign}，见于所有已读页</translation>
    </message>
    <message>
      <source>most frequent byte {value:02X}{sign} in ≥ {share} % of the pages read</source>
      <extracomment>schemes</extracomment>
      <translation>最常见字节 {value:02X}{sign}，见于 ≥ {share} % 的已读页</translation>
    </message>
    <message>
      <source>needs %1, %2 left</source>
      <extracomment>core/inspect/kind</extracomment>
      <translation>需要 %1，剩余 %2</translation>
    </message>
    <message>
      <source>negative offset: %1</source>
      <extracomment>core/source/gaps</extracomment>
      <translation>负的偏移：%1</translation>
    </message>
    <message>
      <source>new bytes behind the end</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>新字节在末尾之后</translation>
    </message>
    <message>
      <source>new bytes of no source</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>新字节没有来源</translation>
    </message>
    <message>
      <source>new bytes out of order</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>新字节没有按顺序</translation>
    </message>
    <message>
      <source>new bytes that do not fit their table</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>新字节与其表不符</translation>
    </message>
    <message>
      <source>no UTF-16 or UTF-32</source>
      <extracomment>strings</extracomment>
      <translation>不用 UTF-16 或 UTF-32</translation>
    </message>
    <message>
      <source>no access</source>
      <extracomment>core/touched/maps_lines</extracomment>
      <translation>无访问权限</translation>
    </message>
    <message>
      <source>no byte leads</source>
      <extracomment>schemes</extracomment>
      <translation>没有占优的字节</translation>
    </message>
    <message>
      <source>no bytes here</source>
      <extracomment>bits_edit</extracomment>
      <translation>此处没有字节</translation>
    </message>
    <message>
      <source>no copies</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>没有副本</translation>
    </message>
    <message>
      <source>no copy elsewhere</source>
      <extracomment>core/pages/copies</extracomment>
      <translation>别处没有副本</translation>
    </message>
    <message>
      <source>no file</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>没有文件</translation>
    </message>
    <message>
      <source>no groups</source>
      <extracomment>core/search/template</extracomment>
      <translation>没有分组</translation>
    </message>
    <message>
      <source>no handler for lost pages could be installed</source>
      <extracomment>core/source/proof</extracomment>
      <translation>无法安装丢失页的处理程序</translation>
    </message>
    <message>
      <source>no header</source>
      <extracomment>core/storage/editlog/orphans</extracomment>
      <translation>没有头</translation>
    </message>
    <message>
      <source>no memory behind an empty or closed source</source>
      <extracomment>core/source/memory</extracomment>
      <translation>空的或已关闭的来源后面没有内存</translation>
    </message>
    <message>
      <source>no more than {most:,} are listed: look in a smaller range or for longer ones</source>
      <extracomment>strings</extracomment>
      <translation>最多列出 {most:,} 个：请在更小的范围内查找，或查找更长的</translation>
    </message>
    <message>
      <source>no more than {most:,} are listed: scan a smaller range, or sectors or pages only</source>
      <extracomment>types</extracomment>
      <translation>最多列出 {most:,} 项：请扫描更小的范围，或只扫描扇区或页</translation>
    </message>
    <message>
      <source>no more than {most:,} are shown: begin further on</source>
      <extracomment>disassembly</extracomment>
      <translation>最多显示 {most:,} 条：请从更后面开始</translation>
    </message>
    <message>
      <source>no new file can be made in its folder</source>
      <extracomment>core/storage/places</extracomment>
      <translation>其文件夹中不能创建新文件</translation>
    </message>
    <message>
      <source>no operation</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>没有操作</translation>
    </message>
    <message>
      <source>no order of bytes</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>没有字节顺序</translation>
    </message>
    <message>
      <source>no pattern</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>没有模式</translation>
    </message>
    <message>
      <source>no phase</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>没有相位</translation>
    </message>
    <message>
      <source>no range</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>没有范围</translation>
    </message>
    <message>
      <source>no room in this block</source>
      <extracomment>core/document/added</extracomment>
      <translation>此块中没有空间</translation>
    </message>
    <message>
      <source>no structure is defined; begin with struct NAME { … };</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>没有定义结构；请以 struct NAME { … }; 开头</translation>
    </message>
    <message>
      <source>no such day or hour</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>没有这样的日期或钟点</translation>
    </message>
    <message>
      <source>no such name</source>
      <extracomment>palettes</extracomment>
      <translation>没有这个名称</translation>
    </message>
    <message>
      <source>no time</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>没有时间</translation>
    </message>
    <message>
      <source>no window</source>
      <extracomment>core/storage/editlog/layout</extracomment>
      <translation>没有窗口</translation>
    </message>
    <message>
      <source>nobody yet</source>
      <extracomment>watching</extracomment>
      <translation>还没有</translation>
    </message>
    <message>
      <source>none</source>
      <extracomment>legend</extracomment>
      <translation>无</translation>
    </message>
    <message>
      <source>none leads</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>没有领先者</translation>
    </message>
    <message>
      <source>none of %1 pages has a copy elsewhere</source>
      <extracomment>core/pages/copies</extracomment>
      <translation>%1 页中没有一页在别处有副本</translation>
    </message>
    <message>
      <source>none of more than %1</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>没有超过 %1 的</translation>
    </message>
    <message>
      <source>not ASCII</source>
      <extracomment>core/inspect/characters</extracomment>
      <translation>不是 ASCII</translation>
    </message>
    <message>
      <source>not UTF-%1</source>
      <extracomment>core/inspect/characters</extracomment>
      <translation>不是 UTF-%1</translation>
    </message>
    <message>
      <source>not a journal of this version</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>不是此版本的日志</translation>
    </message>
    <message>
      <source>not a pattern that can be described</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>无法描述的模式</translation>
    </message>
    <message>
      <source>not a range of pages: %1..%2</source>
      <extracomment>core/ranges</extracomment>
      <translation>不是页的范围：%1..%2</translation>
    </message>
    <message>
      <source>not a range: %1..%2</source>
      <extracomment>core/ranges</extracomment>
      <translation>不是范围：%1..%2</translation>
    </message>
    <message>
      <source>not available</source>
      <extracomment>core/touched/told</extracomment>
      <translation>不可用</translation>
    </message>
    <message>
      <source>not available on this system</source>
      <extracomment>states</extracomment>
      <translation>此系统不提供</translation>
    </message>
    <message>
      <source>not changed</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>未更改</translation>
    </message>
    <message>
      <source>not changed while it was open</source>
      <extracomment>schemes</extracomment>
      <translation>打开以来没有更改</translation>
    </message>
    <message>
      <source>not compared</source>
      <extracomment>core/compare/rows</extracomment>
      <translation>未比较</translation>
    </message>
    <message>
      <source>not in the years 1 to 9999</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>不在公元 1 年到 9999 年之间</translation>
    </message>
    <message>
      <source>not known</source>
      <extracomment>differences</extracomment>
      <translation>未知</translation>
    </message>
    <message>
      <source>not permitted</source>
      <extracomment>processes</extracomment>
      <translation>没有权限</translation>
    </message>
    <message>
      <source>not read yet</source>
      <extracomment>readout</extracomment>
      <translation>尚未读取</translation>
    </message>
    <message>
      <source>not readable here</source>
      <extracomment>core/inspect/kind</extracomment>
      <translation>此处不可读</translation>
    </message>
    <message>
      <source>not there</source>
      <extracomment>recovery</extracomment>
      <translation>不存在</translation>
    </message>
    <message>
      <source>not told by this file system</source>
      <extracomment>core/touched/told</extracomment>
      <translation>此文件系统不提供</translation>
    </message>
    <message>
      <source>not valid</source>
      <extracomment>range_fields</extracomment>
      <translation>无效</translation>
    </message>
    <message>
      <source>nothing selected</source>
      <extracomment>status</extracomment>
      <translation>未选择</translation>
    </message>
    <message>
      <source>nothing was accepted</source>
      <extracomment>core/storage/calls</extracomment>
      <translation>什么也没有被接受</translation>
    </message>
    <message>
      <source>number %1 of the ramp</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>ramp 的第 %1 个</translation>
    </message>
    <message>
      <source>number of the page, from 0; of the first one of a row</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>页号，从 0 起；一行则为其第一页</translation>
    </message>
    <message>
      <source>o&amp;d -x Words</source>
      <extracomment>look.od</extracomment>
      <translation>od -x 字(&amp;D)</translation>
    </message>
    <message>
      <source>octal</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>八进制</translation>
    </message>
    <message>
      <source>odd names</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>奇怪的名称</translation>
    </message>
    <message>
      <source>odd numbers</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>奇怪的数字</translation>
    </message>
    <message>
      <source>of each byte with the next; 0 where they have nothing to do with each other</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>每个字节与下一个的相关；互不相关时为 0</translation>
    </message>
    <message>
      <source>old bytes at a place that is not there</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>旧字节位于不存在的位置</translation>
    </message>
    <message>
      <source>old bytes out of order</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>旧字节没有按顺序</translation>
    </message>
    <message>
      <source>old bytes that do not fit their table</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>旧字节与其表不符</translation>
    </message>
    <message>
      <source>older touches were dropped</source>
      <extracomment>touched</extracomment>
      <translation>较早的触及已略去</translation>
    </message>
    <message>
      <source>on disk</source>
      <extracomment>core/touched/durability</extracomment>
      <translation>在磁盘上</translation>
    </message>
    <message>
      <source>one</source>
      <extracomment>structure_head</extracomment>
      <translation>一个</translation>
    </message>
    <message>
      <source>only a window of it is open</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>只打开了它的一个窗口</translation>
    </message>
    <message>
      <source>only in the first</source>
      <extracomment>core/compare/rows</extracomment>
      <translation>只在第一个中</translation>
    </message>
    <message>
      <source>only in the second</source>
      <extracomment>core/compare/rows</extracomment>
      <translation>只在第二个中</translation>
    </message>
    <message>
      <source>only integers have bit fields; give the field such a type.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>只有整数有位字段；请给字段这样的类型。</translation>
    </message>
    <message>
      <source>only the first %1 pages were looked at</source>
      <extracomment>core/touched/extents</extracomment>
      <translation>只查看了前 %1 页</translation>
    </message>
    <message>
      <source>only the only count of plain values may be left out; give one.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>只有普通值的唯一数目可以省略；请给出数目。</translation>
    </message>
    <message>
      <source>only zeros</source>
      <extracomment>core/pages/palette</extracomment>
      <translation>只有零</translation>
    </message>
    <message>
      <source>open for nothing but its name</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>只为其名称而打开</translation>
    </message>
    <message>
      <source>open for reading</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>为读取而打开</translation>
    </message>
    <message>
      <source>open for reading and writing</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>为读取和写入而打开</translation>
    </message>
    <message>
      <source>open for writing</source>
      <extracomment>core/touched/processes</extracomment>
      <translation>为写入而打开</translation>
    </message>
    <message>
      <source>other bytes below 20, and 7F</source>
      <extracomment>core/statistics/numbers</extracomment>
      <translation>其他低于 20 的字节，以及 7F</translation>
    </message>
    <message>
      <source>other processes</source>
      <extracomment>processes</extracomment>
      <translation>其他进程</translation>
    </message>
    <message>
      <source>own offsets, %1</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>自身偏移，%1</translation>
    </message>
    <message>
      <source>p of chi-square</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>卡方的 p 值</translation>
    </message>
    <message>
      <source>packing %1</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>打包方式 %1</translation>
    </message>
    <message>
      <source>page %1</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>第 %1 页</translation>
    </message>
    <message>
      <source>page numbers, %1</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>页号，%1</translation>
    </message>
    <message>
      <source>page {page:,} of {pages:,}</source>
      <extracomment>status</extracomment>
      <translation>第 {page:,} 页，共 {pages:,} 页</translation>
    </message>
    <message>
      <source>pages %1</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>第 %1 页</translation>
    </message>
    <message>
      <source>pages %1 and %2 (%3 in all)</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>第 %1 页和%2（共 %3）</translation>
    </message>
    <message>
      <source>pages %1 to %2 of %3</source>
      <extracomment>core/text/map_words</extracomment>
      <translation>第 %1 到 %2 页，共 %3 页</translation>
    </message>
    <message>
      <source>pages (4096)</source>
      <extracomment>types</extracomment>
      <translation>页 (4096)</translation>
    </message>
    <message>
      <source>pages are first–last with numbers from 0 to {highest}; type such numbers.</source>
      <extracomment>range_fields</extracomment>
      <translation>页为“首–末”，编号从 0 到 {highest}；请这样输入。</translation>
    </message>
    <message>
      <source>pages in this program's own view; the cache of the system is not told</source>
      <extracomment>core/touched/working_set_windows</extracomment>
      <translation>本程序自身视图中的页；不提供系统缓存的情况</translation>
    </message>
    <message>
      <source>pages of the row</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>该行的页数</translation>
    </message>
    <message>
      <source>pages of the row that were in memory and not on the disk yet, in whole folios</source>
      <extracomment>core/touched/state_columns</extracomment>
      <translation>在内存中而尚未在磁盘上的页数，以整个 folio 计</translation>
    </message>
    <message>
      <source>pages of the row that were in memory before anything of the file was read here</source>
      <extracomment>core/touched/state_columns</extracomment>
      <translation>在此处读取文件任何内容之前已在内存中的页数</translation>
    </message>
    <message>
      <source>pages of the row that were read for it; holes are not, nor what could not be</source>
      <extracomment>core/touched/state_columns</extracomment>
      <translation>为此读取的页数；空洞和无法读取的不算</translation>
    </message>
    <message>
      <source>pages of the row with unsaved edits</source>
      <extracomment>core/touched/state_columns</extracomment>
      <translation>该行中有未保存编辑的页数</translation>
    </message>
    <message>
      <source>pages of the row without disk space</source>
      <extracomment>core/touched/state_columns</extracomment>
      <translation>该行中没有磁盘空间的页数</translation>
    </message>
    <message>
      <source>part of the bytes that are 00</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>字节中 00 的比例</translation>
    </message>
    <message>
      <source>part of the bytes that are 09, 0A, 0D and 20 to 7E</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>字节中 09、0A、0D 和 20 到 7E 的比例</translation>
    </message>
    <message>
      <source>part of the known pages that are of this class</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>已知页中属于此类别的比例</translation>
    </message>
    <message>
      <source>part of the known pages that have it at the least</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>已知页中至少以它为最常见字节的比例</translation>
    </message>
    <message>
      <source>partly old, partly new</source>
      <extracomment>recovery</extracomment>
      <translation>部分旧，部分新</translation>
    </message>
    <message>
      <source>past the end of the added bytes</source>
      <extracomment>core/document/added</extracomment>
      <translation>超出所添加字节的末尾</translation>
    </message>
    <message>
      <source>pcap capture</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>pcap 抓包</translation>
    </message>
    <message>
      <source>pieces that are not in order</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>顺序不对的片段</translation>
    </message>
    <message>
      <source>place</source>
      <extracomment>bookmark_model</extracomment>
      <translation>位置</translation>
    </message>
    <message>
      <source>places that are not in order</source>
      <extracomment>core/storage/editlog/decoding</extracomment>
      <translation>位置没有按顺序</translation>
    </message>
    <message>
      <source>plain hex digits</source>
      <extracomment>core/exchange/incoming</extracomment>
      <translation>纯十六进制数字</translation>
    </message>
    <message>
      <source>printable {share} %</source>
      <extracomment>schemes</extracomment>
      <translation>可打印 {share} %</translation>
    </message>
    <message>
      <source>private, %1</source>
      <extracomment>core/touched/maps_lines</extracomment>
      <translation>私有，%1</translation>
    </message>
    <message>
      <source>process {followed}</source>
      <extracomment>processes</extracomment>
      <translation>进程 {followed}</translation>
    </message>
    <message>
      <source>process {pid}</source>
      <extracomment>processes</extracomment>
      <translation>进程 {pid}</translation>
    </message>
    <message>
      <source>process {pid} ({program})</source>
      <extracomment>processes</extracomment>
      <translation>进程 {pid} ({program})</translation>
    </message>
    <message>
      <source>protective, for a GPT</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>保护性，用于 GPT</translation>
    </message>
    <message>
      <source>random bytes come near 3.14159</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>随机字节接近 3.14159</translation>
    </message>
    <message>
      <source>random bytes, seed %1</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>随机字节，种子 %1</translation>
    </message>
    <message>
      <source>read by a process</source>
      <extracomment>states</extracomment>
      <translation>被进程读取</translation>
    </message>
    <message>
      <source>read only</source>
      <extracomment>session</extracomment>
      <translation>只读</translation>
    </message>
    <message>
      <source>reads by calls</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>通过调用的读取</translation>
    </message>
    <message>
      <source>reads through mappings</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>通过映射的读取</translation>
    </message>
    <message>
      <source>reserved</source>
      <extracomment>states</extracomment>
      <translation>已预留</translation>
    </message>
    <message>
      <source>reserved space counts as a hole here</source>
      <extracomment>core/touched/extents</extracomment>
      <translation>预留的空间在此算作空洞</translation>
    </message>
    <message>
      <source>resident</source>
      <extracomment>states</extracomment>
      <translation>在内存中</translation>
    </message>
    <message>
      <source>run</source>
      <extracomment>core/touched/maps_lines</extracomment>
      <translation>执行</translation>
    </message>
    <message>
      <source>sampled: %1 of it read</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>抽样：已读其中 %1</translation>
    </message>
    <message>
      <source>samples that do not fit</source>
      <extracomment>core/storage/journal/coding</extracomment>
      <translation>不符的样本</translation>
    </message>
    <message>
      <source>save again later, or use Save As</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请稍后再保存，或用“另存为”</translation>
    </message>
    <message>
      <source>save again to complete it</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>请再保存一次以完成</translation>
    </message>
    <message>
      <source>save again, or use Save As to another place</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请再保存一次，或用“另存为”保存到另一位置</translation>
    </message>
    <message>
      <source>saved</source>
      <extracomment>states</extracomment>
      <translation>已保存</translation>
    </message>
    <message>
      <source>saved in this session</source>
      <extracomment>page_info</extracomment>
      <translation>已在本会话中保存</translation>
    </message>
    <message>
      <source>searched in {seconds:.1f} s, {rate}/s</source>
      <extracomment>found_list</extracomment>
      <translation>查找用时 {seconds:.1f} 秒，{rate}/s</translation>
    </message>
    <message>
      <source>sectors (512)</source>
      <extracomment>types</extracomment>
      <translation>扇区 (512)</translation>
    </message>
    <message>
      <source>seen</source>
      <extracomment>states</extracomment>
      <translation>已读过</translation>
    </message>
    <message>
      <source>selected 0x{length:X} · {bytes}</source>
      <extracomment>status</extracomment>
      <translation>已选 0x{length:X} · {bytes}</translation>
    </message>
    <message>
      <source>several images</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>多个映像</translation>
    </message>
    <message>
      <source>shared blocks</source>
      <extracomment>states</extracomment>
      <translation>共享块</translation>
    </message>
    <message>
      <source>shared object or program</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>共享对象或程序</translation>
    </message>
    <message>
      <source>shared, %1</source>
      <extracomment>core/touched/maps_lines</extracomment>
      <translation>共享，%1</translation>
    </message>
    <message>
      <source>snapshot “{name}”</source>
      <extracomment>comparing_prints</extracomment>
      <translation>快照“{name}”</translation>
    </message>
    <message>
      <source>some of the bytes of an edit can no longer be read</source>
      <extracomment>core/storage/editlog/encoding</extracomment>
      <translation>编辑的一部分字节已无法读取</translation>
    </message>
    <message>
      <source>start it in Pages, Watch</source>
      <extracomment>auditing</extracomment>
      <translation>请在“页 ▸ 监视”中启动</translation>
    </message>
    <message>
      <source>stopped</source>
      <extracomment>found_list</extracomment>
      <translation>已停止</translation>
    </message>
    <message>
      <source>stopped by an error</source>
      <extracomment>found_list</extracomment>
      <translation>因错误停止</translation>
    </message>
    <message>
      <source>stored</source>
      <extracomment>states</extracomment>
      <translation>已存入</translation>
    </message>
    <message>
      <source>structures may stand %1 deep in each other.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>结构最多嵌套 %1 层。</translation>
    </message>
    <message>
      <source>tar archive</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>tar 归档</translation>
    </message>
    <message>
      <source>that chance gives this or more</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>偶然得到此值或更大的概率</translation>
    </message>
    <message>
      <source>the ELF header says machine %1</source>
      <extracomment>core/code/guessing</extracomment>
      <translation>ELF 头说机器是 %1</translation>
    </message>
    <message>
      <source>the PE header says machine 0x%1</source>
      <extracomment>core/code/guessing</extracomment>
      <translation>PE 头说机器是 0x%1</translation>
    </message>
    <message>
      <source>the bytes at 0x%1 are not those that the script was made for; open that file, or apply it without checks.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>0x%1 处的字节不是制作脚本时的字节；请打开那个文件，或不经检查地应用。</translation>
    </message>
    <message>
      <source>the bytes of %1</source>
      <extracomment>core/document/patterns</extracomment>
      <translation>%1 的字节</translation>
    </message>
    <message>
      <source>the class %1</source>
      <extracomment>core/pages/own_palette</extracomment>
      <translation>类别 %1</translation>
    </message>
    <message>
      <source>the copy at the end</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>末尾的副本</translation>
    </message>
    <message>
      <source>the copy at the end, its checksum is another</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>末尾的副本，其校验和不同</translation>
    </message>
    <message>
      <source>the disk does not hold what was written at offset %1</source>
      <extracomment>core/storage/verify</extracomment>
      <translation>磁盘上偏移 %1 处不是所写入的内容</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>磁盘已满</translation>
    </message>
    <message>
      <source>the disk reports an error</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>磁盘报告了错误</translation>
    </message>
    <message>
      <source>the document has changed since</source>
      <extracomment>strings</extracomment>
      <translation>之后文档有更改</translation>
    </message>
    <message>
      <source>the document has changed since: search again for new ones</source>
      <extracomment>found_list</extracomment>
      <translation>之后文档有更改：请重新查找</translation>
    </message>
    <message>
      <source>the document is another now: find them again</source>
      <extracomment>strings</extracomment>
      <translation>文档已是另一个：请重新查找</translation>
    </message>
    <message>
      <source>the document is another now: scan again</source>
      <extracomment>types</extracomment>
      <translation>文档已是另一个：请重新扫描</translation>
    </message>
    <message>
      <source>the document's size is {bytes} ({size})</source>
      <extracomment>range_fields</extracomment>
      <translation>文档的大小为 {bytes} ({size})</translation>
    </message>
    <message>
      <source>the dominant byte of most pages; empty where none leads for certain</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>最多页的最常见字节；没有明确领先者时为空</translation>
    </message>
    <message>
      <source>the field “%1” is there already; give it another name.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>字段“%1”已存在；请换一个名称。</translation>
    </message>
    <message>
      <source>the file begins as a DOS program does</source>
      <extracomment>core/code/guessing</extracomment>
      <translation>文件的开头与 DOS 程序相同</translation>
    </message>
    <message>
      <source>the file does not say which machine: choose it above</source>
      <extracomment>disassembly</extracomment>
      <translation>文件未说明是哪种机器：请在上方选择</translation>
    </message>
    <message>
      <source>the file has become shorter</source>
      <extracomment>core/storage/kept</extracomment>
      <translation>文件变短了</translation>
    </message>
    <message>
      <source>the file is in use by the system</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>文件正被系统使用</translation>
    </message>
    <message>
      <source>the file system is read-only</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>文件系统是只读的</translation>
    </message>
    <message>
      <source>the file that the fill repeats cannot be read</source>
      <extracomment>core/storage/journal/writing</extracomment>
      <translation>填充所重复的文件无法读取</translation>
    </message>
    <message>
      <source>the file would be larger than the system allows</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>文件会大于系统所允许的</translation>
    </message>
    <message>
      <source>the first</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>第一份</translation>
    </message>
    <message>
      <source>the first %1 bytes are 00</source>
      <extracomment>core/kinds/naming</extracomment>
      <translation>前 %1 字节为 00</translation>
    </message>
    <message>
      <source>the first bytes are at {start}; give that or less.</source>
      <extracomment>import_bytes</extracomment>
      <translation>第一个字节在 {start}；请输入该值或更小的值。</translation>
    </message>
    <message>
      <source>the first {most:,} are shown</source>
      <extracomment>strings</extracomment>
      <translation>显示前 {most:,} 个</translation>
    </message>
    <message>
      <source>the first {most:,} are shown … and {left_out:,} more</source>
      <extracomment>touched</extracomment>
      <translation>显示前 {most:,} 行…另有 {left_out:,} 行</translation>
    </message>
    <message>
      <source>the first, its checksum is another</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>第一份，其校验和不同</translation>
    </message>
    <message>
      <source>the handler for lost pages could not be tried (%1)</source>
      <extracomment>core/source/proof</extracomment>
      <translation>无法试验丢失页的处理程序（%1）</translation>
    </message>
    <message>
      <source>the journal cannot be read</source>
      <extracomment>core/storage/journal/comparing</extracomment>
      <translation>日志无法读取</translation>
    </message>
    <message>
      <source>the journal could not be written</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>日志无法写入</translation>
    </message>
    <message>
      <source>the kernel tells only the owner of a file and who may write to it</source>
      <extracomment>kernel_states</extracomment>
      <translation>内核只告诉文件的所有者和有写权限者</translation>
    </message>
    <message>
      <source>the links on the path lead in a circle; open the file that is meant by its own path</source>
      <extracomment>core/source/opening</extracomment>
      <translation>路径上的链接形成循环；请用文件自身的路径打开</translation>
    </message>
    <message>
      <source>the log cannot be read back</source>
      <extracomment>core/storage/editlog/compacting</extracomment>
      <translation>日志无法读回</translation>
    </message>
    <message>
      <source>the name of %1 is missing; %2.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>缺少%1的名称；%2。</translation>
    </message>
    <message>
      <source>the name of a field is missing before “;”.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>“;”之前缺少字段的名称。</translation>
    </message>
    <message>
      <source>the network file system has lost the file</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>网络文件系统丢失了该文件</translation>
    </message>
    <message>
      <source>the new bytes are not in the journal</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>新字节不在日志中</translation>
    </message>
    <message>
      <source>the new bytes at offset %1 cannot be read</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>偏移 %1 处的新字节无法读取</translation>
    </message>
    <message>
      <source>the old bytes could not be set aside</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>旧字节无法暂存</translation>
    </message>
    <message>
      <source>the old bytes that were set aside cannot be read</source>
      <extracomment>core/storage/restoring</extracomment>
      <translation>暂存的旧字节无法读取</translation>
    </message>
    <message>
      <source>the original ends at 0x%1; check “original”.</source>
      <extracomment>core/exchange/script</extracomment>
      <translation>原文件结束于 0x%1；请检查“original”。</translation>
    </message>
    <message>
      <source>the path is too long; open it by a shorter path</source>
      <extracomment>core/source/opening</extracomment>
      <translation>路径太长；请用较短的路径打开</translation>
    </message>
    <message>
      <source>the saved file has %1 bytes, the document %2</source>
      <extracomment>core/document/document</extracomment>
      <translation>所保存的文件有 %1 字节，文档有 %2 字节</translation>
    </message>
    <message>
      <source>the schema has words nobody checks: %1</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>模式文件中有无人检查的词：%1</translation>
    </message>
    <message>
      <source>the server no longer knows it; open it again by its path</source>
      <extracomment>core/source/opening</extracomment>
      <translation>服务器不再认识它；请按其路径重新打开</translation>
    </message>
    <message>
      <source>the size of this type depends on the bytes.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>此类型的大小取决于字节。</translation>
    </message>
    <message>
      <source>the state has more than 1 GiB of bytes that are no longer in the file</source>
      <extracomment>core/storage/editlog/states</extracomment>
      <translation>状态中有超过 1 GiB 的字节已不在文件中</translation>
    </message>
    <message>
      <source>the structure “%1” is not known; define it above.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>不认识结构“%1”；请在上面定义它。</translation>
    </message>
    <message>
      <source>the system does not let you open it; check its permissions and attributes</source>
      <extracomment>core/source/opening</extracomment>
      <translation>系统不让您打开它；请检查其权限和属性</translation>
    </message>
    <message>
      <source>the system does not permit it (immutable or append-only file?)</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>系统不允许（不可变或只可追加的文件？）</translation>
    </message>
    <message>
      <source>the system does not say why</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>系统没有说明原因</translation>
    </message>
    <message>
      <source>the system says “%1”</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>系统说“%1”</translation>
    </message>
    <message>
      <source>the type “%1” is not known; define it above.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>不认识类型“%1”；请在上面定义它。</translation>
    </message>
    <message>
      <source>the whole document</source>
      <extracomment>scope</extracomment>
      <translation>整个文档</translation>
    </message>
    <message>
      <source>there are more than %1 fields; leave some out.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>字段超过 %1 个；请去掉一些。</translation>
    </message>
    <message>
      <source>there is no device behind it; connect the device and try again</source>
      <extracomment>core/source/opening</extracomment>
      <translation>它后面没有设备；请连接设备再试</translation>
    </message>
    <message>
      <source>there is no file yet</source>
      <extracomment>kernel_states</extracomment>
      <translation>还没有文件</translation>
    </message>
    <message>
      <source>there is no medium in the device; insert one and try again</source>
      <extracomment>core/source/opening</extracomment>
      <translation>设备中没有介质；请插入介质再试</translation>
    </message>
    <message>
      <source>there is no such file; check the path</source>
      <extracomment>core/source/opening</extracomment>
      <translation>没有这个文件；请检查路径</translation>
    </message>
    <message>
      <source>there is no such folder</source>
      <extracomment>core/storage/exporting</extracomment>
      <translation>没有这个文件夹</translation>
    </message>
    <message>
      <source>there is none</source>
      <extracomment>export_bytes</extracomment>
      <translation>没有</translation>
    </message>
    <message>
      <source>there may be more</source>
      <extracomment>found_list</extracomment>
      <translation>可能还有更多</translation>
    </message>
    <message>
      <source>there must be a degree of freedom</source>
      <extracomment>core/statistics/chance</extracomment>
      <translation>必须有一个自由度</translation>
    </message>
    <message>
      <source>they have %1 and %2</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>它们分别有 %1 和 %2</translation>
    </message>
    <message>
      <source>this #%1 has no #if before it; take it out.</source>
      <extracomment>core/structs/headers</extracomment>
      <translation>此 #%1 之前没有 #if；请删去它。</translation>
    </message>
    <message>
      <source>this #error stands where it is read; change the conditions before it.</source>
      <extracomment>core/structs/headers</extracomment>
      <translation>读到了此 #error；请更改它之前的条件。</translation>
    </message>
    <message>
      <source>this comment has no end; close it with */.</source>
      <extracomment>core/structs/tokens</extracomment>
      <translation>此注释没有结束；请用 */ 闭合。</translation>
    </message>
    <message>
      <source>this condition is never closed; put #endif at its end.</source>
      <extracomment>core/structs/headers</extracomment>
      <translation>此条件没有结束；请在其末尾写上 #endif。</translation>
    </message>
    <message>
      <source>this expression is too deep; make it simpler.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>此表达式太深；请简化。</translation>
    </message>
    <message>
      <source>this expression is too long; make it simpler.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>此表达式太长；请简化。</translation>
    </message>
    <message>
      <source>this file system does not list its extents</source>
      <extracomment>core/touched/extents</extracomment>
      <translation>此文件系统不列出其区段</translation>
    </message>
    <message>
      <source>this file system does not tell holes from data</source>
      <extracomment>core/touched/extents</extracomment>
      <translation>此文件系统不区分空洞和数据</translation>
    </message>
    <message>
      <source>this file system keeps its files in memory</source>
      <extracomment>core/touched/residency</extracomment>
      <translation>此文件系统把文件保存在内存中</translation>
    </message>
    <message>
      <source>this is larger than any file; make it smaller.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>这比任何文件都大；请改小。</translation>
    </message>
    <message>
      <source>this is nested too deep; make it simpler.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>嵌套过深；请简化。</translation>
    </message>
    <message>
      <source>this is not known before the bytes are read; give a number.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>在读取字节之前这是未知的；请给出数字。</translation>
    </message>
    <message>
      <source>this kernel does not report %1</source>
      <extracomment>core/touched/tracing</extracomment>
      <translation>此内核不报告%1</translation>
    </message>
    <message>
      <source>this line is not understood; #define NAME NUMBER and #pragma pack are.</source>
      <extracomment>core/structs/headers</extracomment>
      <translation>无法理解此行；只认识 #define NAME NUMBER 和 #pragma pack。</translation>
    </message>
    <message>
      <source>this name has too many dots.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>此名称的点太多。</translation>
    </message>
    <message>
      <source>this number is too large; 64 bits are the most.</source>
      <extracomment>core/structs/tokens</extracomment>
      <translation>此数字太大；最多 64 位。</translation>
    </message>
    <message>
      <source>this number is too long; 64 bits are the most.</source>
      <extracomment>core/structs/tokens</extracomment>
      <translation>此数字太长；最多 64 位。</translation>
    </message>
    <message>
      <source>this system does not tell it</source>
      <extracomment>core/touched/systems</extracomment>
      <translation>此系统不提供</translation>
    </message>
    <message>
      <source>this “{” is never closed; put a “}” at the end of the fields.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>这个“{”没有闭合；请在字段之后写“}”。</translation>
    </message>
    <message>
      <source>to write</source>
      <extracomment>core/touched/durability</extracomment>
      <translation>待写</translation>
    </message>
    <message>
      <source>today {time}</source>
      <extracomment>recovery</extracomment>
      <translation>今天 {time}</translation>
    </message>
    <message>
      <source>too large for bfloat16</source>
      <extracomment>core/inspect/floats</extracomment>
      <translation>对 bfloat16 太大</translation>
    </message>
    <message>
      <source>too many files are open</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>打开的文件太多</translation>
    </message>
    <message>
      <source>too many files are open in the system; close some and try again</source>
      <extracomment>core/source/opening</extracomment>
      <translation>系统中打开的文件太多；请关闭一些再试</translation>
    </message>
    <message>
      <source>too many files are open; close some and try again</source>
      <extracomment>core/source/opening</extracomment>
      <translation>打开的文件太多；请关闭一些再试</translation>
    </message>
    <message>
      <source>too many guarded mappings</source>
      <extracomment>core/source/mapping</extracomment>
      <translation>受保护的映射太多</translation>
    </message>
    <message>
      <source>true or false</source>
      <extracomment>core/sessions/schema</extracomment>
      <translation>true 或 false</translation>
    </message>
    <message>
      <source>types may stand %1 deep in each other.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>类型最多嵌套 %1 层。</translation>
    </message>
    <message>
      <source>unpacked %1</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>解包后 %1</translation>
    </message>
    <message>
      <source>use Save As to another disk, and check this one</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请用“另存为”保存到另一磁盘，并检查此磁盘</translation>
    </message>
    <message>
      <source>use Save As to another file system</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请用“另存为”保存到另一文件系统</translation>
    </message>
    <message>
      <source>use Save As to another place</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>请用“另存为”保存到另一位置</translation>
    </message>
    <message>
      <source>userfaultfd write protection and PAGEMAP_SCAN.</source>
      <extracomment>core/touched/layers</extracomment>
      <translation>userfaultfd 写保护和 PAGEMAP_SCAN。</translation>
    </message>
    <message>
      <source>value of most bytes, the least where several are</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>出现最多的字节值，有多个时取最小的</translation>
    </message>
    <message>
      <source>version %1</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>版本 %1</translation>
    </message>
    <message>
      <source>was changed by another program since it was opened</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>在打开之后被另一程序更改</translation>
    </message>
    <message>
      <source>was changed by another program while it was compared</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>在比较时被另一程序更改</translation>
    </message>
    <message>
      <source>was deleted or moved</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>被删除或移走</translation>
    </message>
    <message>
      <source>was deleted while it was compared; what was compared is the file as it was opened</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>在比较时被删除；所比较的是打开时的文件</translation>
    </message>
    <message>
      <source>was made longer by another program</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>被另一程序加长</translation>
    </message>
    <message>
      <source>was made shorter by another program</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>被另一程序缩短</translation>
    </message>
    <message>
      <source>was never a file</source>
      <extracomment>recovery</extracomment>
      <translation>从来不是文件</translation>
    </message>
    <message>
      <source>was replaced by another file</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>被另一文件替换</translation>
    </message>
    <message>
      <source>was replaced while it was compared; what was compared is the file as it was opened</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>在比较时被替换；所比较的是打开时的文件</translation>
    </message>
    <message>
      <source>was shortened by another program while it was compared</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>在比较时被另一程序缩短</translation>
    </message>
    <message>
      <source>what has this type has no bytes that are known; write a pointer to it.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>此类型没有已知的字节；请写指向它的指针。</translation>
    </message>
    <message>
      <source>what is in it</source>
      <extracomment>core/pages/fact_table</extracomment>
      <translation>其中的内容</translation>
    </message>
    <message>
      <source>what it holds could not be brought to the disk</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>其内容无法写到磁盘上</translation>
    </message>
    <message>
      <source>window at 0x{window_start:X}</source>
      <extracomment>session</extracomment>
      <translation>从 0x{window_start:X} 起的部分</translation>
    </message>
    <message>
      <source>with what was stored there and is not on the disk yet</source>
      <extracomment>core/touched/extents</extracomment>
      <translation>包括已存入而尚未在磁盘上的内容</translation>
    </message>
    <message>
      <source>without pages that unsaved edits have moved</source>
      <extracomment>file_pages</extracomment>
      <translation>不含被未保存的编辑移动过的页</translation>
    </message>
    <message>
      <source>write-protected</source>
      <extracomment>session</extracomment>
      <translation>写保护</translation>
    </message>
    <message>
      <source>written back</source>
      <extracomment>core/touched/page_states</extracomment>
      <translation>已写回</translation>
    </message>
    <message>
      <source>written by a process</source>
      <extracomment>states</extracomment>
      <translation>被进程写入</translation>
    </message>
    <message>
      <source>x86, 16 bits</source>
      <extracomment>core/code/machines</extracomment>
      <translation>x86，16 位</translation>
    </message>
    <message>
      <source>x86, 32 bits</source>
      <extracomment>core/code/machines</extracomment>
      <translation>x86，32 位</translation>
    </message>
    <message>
      <source>x86, 64 bits</source>
      <extracomment>core/code/machines</extracomment>
      <translation>x86，64 位</translation>
    </message>
    <message>
      <source>xz stream</source>
      <extracomment>core/kinds/signatures</extracomment>
      <translation>xz 流</translation>
    </message>
    <message>
      <source>you may not read it; ask its owner for permission to read</source>
      <extracomment>core/source/opening</extracomment>
      <translation>您不能读取它；请向其所有者申请读取权限</translation>
    </message>
    <message>
      <source>you may not write here</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>您不能写入此处</translation>
    </message>
    <message>
      <source>you may not write to it</source>
      <extracomment>core/source/opening</extracomment>
      <translation>您不能写入它</translation>
    </message>
    <message>
      <source>your disk quota is used up</source>
      <extracomment>core/storage/causes</extracomment>
      <translation>您的磁盘配额已用完</translation>
    </message>
    <message>
      <source>zeros are not counted as copies</source>
      <extracomment>core/pages/copies</extracomment>
      <translation>全零页不算副本</translation>
    </message>
    <message>
      <source>zeros {share}</source>
      <extracomment>readout</extracomment>
      <translation>零 {share}</translation>
    </message>
    <message>
      <source>{absent:,} edited but not stored to</source>
      <extracomment>auditing</extracomment>
      <translation>{absent:,} 页已编辑但未存入</translation>
    </message>
    <message>
      <source>{armed_bytes} watched</source>
      <extracomment>auditing</extracomment>
      <translation>监视 {armed_bytes}</translation>
    </message>
    <message>
      <source>{bits} bits</source>
      <extracomment>inspector</extracomment>
      <translation>{bits} 位</translation>
    </message>
    <message>
      <source>{box}, character {place}: {error}</source>
      <extracomment>range_fields</extracomment>
      <translation>{box}，第 {place} 个字符：{error}</translation>
    </message>
    <message>
      <source>{box}, {error}</source>
      <extracomment>range_fields</extracomment>
      <translation>{box}：{error}</translation>
    </message>
    <message>
      <source>{bytes} at {at}</source>
      <extracomment>paste_special</extracomment>
      <translation>{at} 处的 {bytes}</translation>
    </message>
    <message>
      <source>{checksum} copied.</source>
      <extracomment>checksums</extracomment>
      <translation>已复制 {checksum}。</translation>
    </message>
    <message>
      <source>{count:,} of {all}</source>
      <extracomment>bookmarks</extracomment>
      <translation>{count:,} / {all}</translation>
    </message>
    <message>
      <source>{count:,} of {texts}</source>
      <extracomment>strings</extracomment>
      <translation>{count:,} / {texts}</translation>
    </message>
    <message>
      <source>{count} bytes</source>
      <extracomment>inspector_model</extracomment>
      <translation>{count} 字节</translation>
    </message>
    <message>
      <source>{count} bytes, {size}, {pages}</source>
      <extracomment>offsets</extracomment>
      <translation>{count} 字节，{size}，{pages}</translation>
    </message>
    <message>
      <source>{entropy:.2f} bits a byte</source>
      <extracomment>page_info</extracomment>
      <translation>每字节 {entropy:.2f} 位</translation>
    </message>
    <message>
      <source>{error} The default colours are used.</source>
      <extracomment>palettes</extracomment>
      <translation>{error} 使用默认颜色。</translation>
    </message>
    <message>
      <source>{error} Without a journal a crash during the save may leave the file partly old and partly new.</source>
      <extracomment>asking</extracomment>
      <translation>{error} 没有日志时，保存途中若崩溃，文件可能一部分是旧的、一部分是新的。</translation>
    </message>
    <message>
      <source>{folded:,} more rows like the one above</source>
      <extracomment>painter</extracomment>
      <translation>另有 {folded:,} 行与上一行相同</translation>
    </message>
    <message>
      <source>{hits} written to {name}.</source>
      <extracomment>found_list</extracomment>
      <translation>{hits}已写入{name}。</translation>
    </message>
    <message>
      <source>{how} (or a file with the same number)</source>
      <extracomment>processes</extracomment>
      <translation>{how}（或编号相同的文件）</translation>
    </message>
    <message>
      <source>{instructions} written to {name}.</source>
      <extracomment>disassembly</extracomment>
      <translation>{instructions}已写入{name}。</translation>
    </message>
    <message>
      <source>{key} is the key of “{command}”. Take it away there, or press another key.</source>
      <extracomment>shortcuts</extracomment>
      <translation>{key} 是“{command}”的按键。请从那里取走，或按另一个键。</translation>
    </message>
    <message>
      <source>{kind} {bits} bits</source>
      <extracomment>find_fields</extracomment>
      <translation>{kind} {bits} 位</translation>
    </message>
    <message>
      <source>{known:,} of {count:,} pages read</source>
      <extracomment>readout</extracomment>
      <translation>已读 {known:,} 页，共 {count:,} 页</translation>
    </message>
    <message>
      <source>{left} left</source>
      <extracomment>status</extracomment>
      <translation>剩余 {left}</translation>
    </message>
    <message>
      <source>{length} saved as {name}.</source>
      <extracomment>kinds</extracomment>
      <translation>{length} 已保存为{name}。</translation>
    </message>
    <message>
      <source>{length} were copied for the documents of this window; it is more than other programs can take from the clipboard.</source>
      <extracomment>carrying</extracomment>
      <translation>已为本窗口的文档复制 {length}；这超过了其他程序能从剪贴板取用的量。</translation>
    </message>
    <message>
      <source>{lost:,} of the copied bytes could not be read; the copy has 00 in their place.</source>
      <extracomment>clipboard</extracomment>
      <translation>复制的字节中有 {lost:,} 个无法读取；副本中以 00 代替。</translation>
    </message>
    <message>
      <source>{lost} could not be read</source>
      <extracomment>found_list</extracomment>
      <translation>{lost} 无法读取</translation>
    </message>
    <message>
      <source>{meaning}

- Source: {source}
- Granularity: {granularity}
- Cleared: {cleared}
</source>
      <extracomment>help_page</extracomment>
      <translation>{meaning}

- 来源：{source}
- 精细度：{granularity}
- 清除：{cleared}
</translation>
    </message>
    <message>
      <source>{name}
It is not open; Enter opens it.</source>
      <extracomment>bookmark_model</extracomment>
      <translation>{name}
它没有打开；按 Enter 打开。</translation>
    </message>
    <message>
      <source>{name} as last saved</source>
      <extracomment>other_side</extracomment>
      <translation>上次保存的 {name}</translation>
    </message>
    <message>
      <source>{name} changes nothing here.</source>
      <extracomment>files</extracomment>
      <translation>{name}在此没有改变任何内容。</translation>
    </message>
    <message>
      <source>{name} could not be read ({reason}); choose another.</source>
      <extracomment>definitions</extracomment>
      <translation>无法读取 {name}（{reason}）；请选择另一个文件。</translation>
    </message>
    <message>
      <source>{name} could not be read: {why}; choose another file.</source>
      <extracomment>palettes</extracomment>
      <translation>{name}无法读取：{why}；请另选一个文件。</translation>
    </message>
    <message>
      <source>{name} has ended; choose another one.</source>
      <extracomment>processes</extracomment>
      <translation>{name} 已结束；请另选一个。</translation>
    </message>
    <message>
      <source>{name} has ended; the map keeps the pages that it had mapped last.</source>
      <extracomment>processes</extracomment>
      <translation>{name} 已结束；页图保留它最后映射的页。</translation>
    </message>
    <message>
      <source>{name} is empty; choose another file.</source>
      <extracomment>files</extracomment>
      <translation>{name}是空的；请另选一个文件。</translation>
    </message>
    <message>
      <source>{name} is laid.</source>
      <extracomment>definition</extracomment>
      <translation>套用 {name}。</translation>
    </message>
    <message>
      <source>{name} is laid; any of {count} structures can be chosen.</source>
      <extracomment>definition</extracomment>
      <translation>套用 {name}；可以从 {count} 个结构中选择。</translation>
    </message>
    <message>
      <source>{name} is no file; choose a file with definitions in C.</source>
      <extracomment>definitions</extracomment>
      <translation>{name} 不是文件；请选择含有 C 语言定义的文件。</translation>
    </message>
    <message>
      <source>{name} is no file; choose a palette's file.</source>
      <extracomment>palettes</extracomment>
      <translation>{name}不是文件；请选择配色文件。</translation>
    </message>
    <message>
      <source>{name} is too large for a definition; choose another.</source>
      <extracomment>definitions</extracomment>
      <translation>{name} 作为定义太大；请选择另一个文件。</translation>
    </message>
    <message>
      <source>{name} was changed by another program, so the bytes of it that are in this document may be others by now. Undo takes them out; the next save asks.</source>
      <extracomment>lending</extracomment>
      <translation>{name} 已被其他程序更改，因此本文档中来自它的字节现在可能已不同。撤销可将其取出；下次保存时会询问。</translation>
    </message>
    <message>
      <source>{name} was written, but {lost:,} bytes could not be read; they are 00 in it.</source>
      <extracomment>files</extracomment>
      <translation>{name}已写入，但有 {lost:,} 字节无法读取；其中以 00 代替。</translation>
    </message>
    <message>
      <source>{name} · saved</source>
      <extracomment>history</extracomment>
      <translation>{name} · 已保存</translation>
    </message>
    <message>
      <source>{name}, {n} page: {meaning}</source>
      <extracomment>chips</extracomment>
      <translation>{name}，{n} 页：{meaning}</translation>
    </message>
    <message>
      <source>{name}, {n} pages: {meaning}</source>
      <extracomment>chips</extracomment>
      <translation>{name}，{n} 页：{meaning}</translation>
    </message>
    <message>
      <source>{name}: 0x{start:X} + {length:,} bytes</source>
      <extracomment>clipboard</extracomment>
      <translation>{name}：0x{start:X} + {length:,} 字节</translation>
    </message>
    <message>
      <source>{name}: {meaning} Undo takes it back.</source>
      <extracomment>files</extracomment>
      <translation>{name}：{meaning}可用撤销取消。</translation>
    </message>
    <message>
      <source>{note}, stopped</source>
      <extracomment>auditing</extracomment>
      <translation>{note}，已停止</translation>
    </message>
    <message>
      <source>{number:,} of {count:,}</source>
      <extracomment>page_info</extracomment>
      <translation>{number:,} / {count:,}</translation>
    </message>
    <message>
      <source>{n} bookmark</source>
      <extracomment>bookmarks</extracomment>
      <translation>{n} 个书签</translation>
    </message>
    <message>
      <source>{n} bookmark was added.</source>
      <extracomment>bookmarks</extracomment>
      <translation>已添加 {n} 个书签。</translation>
    </message>
    <message>
      <source>{n} bookmark was added; {more:,} were here already.</source>
      <extracomment>bookmarks</extracomment>
      <translation>已添加 {n} 个书签；另有 {more:,} 个原已存在。</translation>
    </message>
    <message>
      <source>{n} bookmark was removed.</source>
      <extracomment>bookmarks</extracomment>
      <translation>已删除 {n} 个书签。</translation>
    </message>
    <message>
      <source>{n} bookmarks</source>
      <extracomment>bookmarks</extracomment>
      <translation>{n} 个书签</translation>
    </message>
    <message>
      <source>{n} bookmarks were added.</source>
      <extracomment>bookmarks</extracomment>
      <translation>已添加 {n} 个书签。</translation>
    </message>
    <message>
      <source>{n} bookmarks were added; {more:,} were here already.</source>
      <extracomment>bookmarks</extracomment>
      <translation>已添加 {n} 个书签；另有 {more:,} 个原已存在。</translation>
    </message>
    <message>
      <source>{n} bookmarks were removed.</source>
      <extracomment>bookmarks</extracomment>
      <translation>已删除 {n} 个书签。</translation>
    </message>
    <message>
      <source>{n} byte</source>
      <extracomment>export_bytes</extracomment>
      <translation>{n} 字节</translation>
    </message>
    <message>
      <source>{n} byte at {offset}.</source>
      <extracomment>structures</extracomment>
      <translation>{offset} 处的 {n} 字节。</translation>
    </message>
    <message>
      <source>{n} byte of both is compared</source>
      <extracomment>compare</extracomment>
      <translation>比较双方共有的 {n} 字节</translation>
    </message>
    <message>
      <source>{n} byte was written to {name} and read back.</source>
      <extracomment>files</extracomment>
      <translation>{n} 字节已写入{name}并读回核对。</translation>
    </message>
    <message>
      <source>{n} byte was written to {name}.</source>
      <extracomment>files</extracomment>
      <translation>{n} 字节已写入{name}。</translation>
    </message>
    <message>
      <source>{n} byte, repeated as often as needed.</source>
      <extracomment>pattern_edit</extracomment>
      <translation>{n} 字节，按需要重复。</translation>
    </message>
    <message>
      <source>{n} byte.</source>
      <extracomment>pattern_edit</extracomment>
      <translation>{n} 字节。</translation>
    </message>
    <message>
      <source>{n} bytes</source>
      <extracomment>export_bytes</extracomment>
      <translation>{n} 字节</translation>
    </message>
    <message>
      <source>{n} bytes at {offset}.</source>
      <extracomment>structures</extracomment>
      <translation>{offset} 处的 {n} 字节。</translation>
    </message>
    <message>
      <source>{n} bytes of both are compared</source>
      <extracomment>compare</extracomment>
      <translation>比较双方共有的 {n} 字节</translation>
    </message>
    <message>
      <source>{n} bytes were written to {name} and read back.</source>
      <extracomment>files</extracomment>
      <translation>{n} 字节已写入{name}并读回核对。</translation>
    </message>
    <message>
      <source>{n} bytes were written to {name}.</source>
      <extracomment>files</extracomment>
      <translation>{n} 字节已写入{name}。</translation>
    </message>
    <message>
      <source>{n} bytes, repeated as often as needed.</source>
      <extracomment>pattern_edit</extracomment>
      <translation>{n} 字节，按需要重复。</translation>
    </message>
    <message>
      <source>{n} bytes.</source>
      <extracomment>pattern_edit</extracomment>
      <translation>{n} 字节。</translation>
    </message>
    <message>
      <source>{n} document</source>
      <extracomment>recovering</extracomment>
      <translation>{n} 个文档</translation>
    </message>
    <message>
      <source>{n} document has unsaved edits. {verb} without saving, and they are lost.</source>
      <extracomment>unsaved</extracomment>
      <translation>有 {n} 个文档含未保存的编辑。不保存就{verb}，编辑将丢失。</translation>
    </message>
    <message>
      <source>{n} documents</source>
      <extracomment>recovering</extracomment>
      <translation>{n} 个文档</translation>
    </message>
    <message>
      <source>{n} documents have unsaved edits. {verb} without saving, and they are lost.</source>
      <extracomment>unsaved</extracomment>
      <translation>有 {n} 个文档含未保存的编辑。不保存就{verb}，编辑将丢失。</translation>
    </message>
    <message>
      <source>{n} file of the session was not found: {names}. Say where it is now, or go on without it.</source>
      <extracomment>sessions</extracomment>
      <translation>未找到会话中的 {n} 个文件：{names}。请指出它现在的位置，或不打开它而继续。</translation>
    </message>
    <message>
      <source>{n} files of the session were not found: {names}. Say where they are, or go on without them.</source>
      <extracomment>sessions</extracomment>
      <translation>未找到会话中的 {n} 个文件：{names}。请指出它们的位置，或不打开它们而继续。</translation>
    </message>
    <message>
      <source>{n} fingerprint in {size}.</source>
      <extracomment>snapshots</extracomment>
      <translation>{n} 个指纹，占 {size}。</translation>
    </message>
    <message>
      <source>{n} fingerprint in {size}; {lost:,} pages could not be read.</source>
      <extracomment>snapshots</extracomment>
      <translation>{n} 个指纹，占 {size}；有 {lost:,} 页无法读取。</translation>
    </message>
    <message>
      <source>{n} fingerprints in {size}.</source>
      <extracomment>snapshots</extracomment>
      <translation>{n} 个指纹，占 {size}。</translation>
    </message>
    <message>
      <source>{n} fingerprints in {size}; {lost:,} pages could not be read.</source>
      <extracomment>snapshots</extracomment>
      <translation>{n} 个指纹，占 {size}；有 {lost:,} 页无法读取。</translation>
    </message>
    <message>
      <source>{n} hit</source>
      <extracomment>found_list</extracomment>
      <translation>{n} 个命中</translation>
    </message>
    <message>
      <source>{n} hit replaced.</source>
      <extracomment>replacing</extracomment>
      <translation>已替换 {n} 个命中。</translation>
    </message>
    <message>
      <source>{n} hits</source>
      <extracomment>found_list</extracomment>
      <translation>{n} 个命中</translation>
    </message>
    <message>
      <source>{n} hits replaced.</source>
      <extracomment>replacing</extracomment>
      <translation>已替换 {n} 个命中。</translation>
    </message>
    <message>
      <source>{n} instruction</source>
      <extracomment>disassembly</extracomment>
      <translation>{n} 条指令</translation>
    </message>
    <message>
      <source>{n} instruction of {machine}</source>
      <extracomment>disassembly</extracomment>
      <translation>{n} 条 {machine} 指令</translation>
    </message>
    <message>
      <source>{n} instructions</source>
      <extracomment>disassembly</extracomment>
      <translation>{n} 条指令</translation>
    </message>
    <message>
      <source>{n} instructions of {machine}</source>
      <extracomment>disassembly</extracomment>
      <translation>{n} 条 {machine} 指令</translation>
    </message>
    <message>
      <source>{n} interrupted save</source>
      <extracomment>recovering</extracomment>
      <translation>{n} 次中断的保存</translation>
    </message>
    <message>
      <source>{n} interrupted saves</source>
      <extracomment>recovering</extracomment>
      <translation>{n} 次中断的保存</translation>
    </message>
    <message>
      <source>{n} more page was not compared.</source>
      <extracomment>differences</extracomment>
      <translation>另有 {n} 页没有比较。</translation>
    </message>
    <message>
      <source>{n} more pages were not compared.</source>
      <extracomment>differences</extracomment>
      <translation>另有 {n} 页没有比较。</translation>
    </message>
    <message>
      <source>{n} other process</source>
      <extracomment>processes</extracomment>
      <translation>{n} 个其他进程</translation>
    </message>
    <message>
      <source>{n} other process uses this file.</source>
      <extracomment>processes</extracomment>
      <translation>有 {n} 个其他进程使用此文件。</translation>
    </message>
    <message>
      <source>{n} other processes</source>
      <extracomment>processes</extracomment>
      <translation>{n} 个其他进程</translation>
    </message>
    <message>
      <source>{n} other processes use this file.</source>
      <extracomment>processes</extracomment>
      <translation>有 {n} 个其他进程使用此文件。</translation>
    </message>
    <message>
      <source>{n} page</source>
      <extracomment>export_facts</extracomment>
      <translation>{n} 页</translation>
    </message>
    <message>
      <source>{n} page as in the file again; Undo takes that back.</source>
      <extracomment>edits</extracomment>
      <translation>{n} 页已恢复为文件中的样子；可用撤销取回。</translation>
    </message>
    <message>
      <source>{n} page per cell</source>
      <extracomment>status</extracomment>
      <translation>每格 {n} 页</translation>
    </message>
    <message>
      <source>{n} page per cell ({size})</source>
      <extracomment>panel</extracomment>
      <translation>每格 {n} 页 ({size})</translation>
    </message>
    <message>
      <source>{n} page, {unexpected:,} without an edit</source>
      <extracomment>auditing</extracomment>
      <translation>{n} 页，其中 {unexpected:,} 页没有编辑</translation>
    </message>
    <message>
      <source>{n} page. {meaning}</source>
      <extracomment>chips</extracomment>
      <translation>{n} 页。{meaning}</translation>
    </message>
    <message>
      <source>{n} page: {whose}</source>
      <extracomment>differences</extracomment>
      <translation>{n} 页：{whose}</translation>
    </message>
    <message>
      <source>{n} pages</source>
      <extracomment>export_facts</extracomment>
      <translation>{n} 页</translation>
    </message>
    <message>
      <source>{n} pages as in the file again; Undo takes that back.</source>
      <extracomment>edits</extracomment>
      <translation>{n} 页已恢复为文件中的样子；可用撤销取回。</translation>
    </message>
    <message>
      <source>{n} pages per cell</source>
      <extracomment>status</extracomment>
      <translation>每格 {n} 页</translation>
    </message>
    <message>
      <source>{n} pages per cell ({size})</source>
      <extracomment>panel</extracomment>
      <translation>每格 {n} 页 ({size})</translation>
    </message>
    <message>
      <source>{n} pages, {unexpected:,} without an edit</source>
      <extracomment>auditing</extracomment>
      <translation>{n} 页，其中 {unexpected:,} 页没有编辑</translation>
    </message>
    <message>
      <source>{n} pages. {meaning}</source>
      <extracomment>chips</extracomment>
      <translation>{n} 页。{meaning}</translation>
    </message>
    <message>
      <source>{n} pages: {whose}</source>
      <extracomment>differences</extracomment>
      <translation>{n} 页：{whose}</translation>
    </message>
    <message>
      <source>{n} process</source>
      <extracomment>watching</extracomment>
      <translation>{n} 个进程</translation>
    </message>
    <message>
      <source>{n} processes</source>
      <extracomment>watching</extracomment>
      <translation>{n} 个进程</translation>
    </message>
    <message>
      <source>{n} row</source>
      <extracomment>export_facts</extracomment>
      <translation>{n} 行</translation>
    </message>
    <message>
      <source>{n} rows</source>
      <extracomment>export_facts</extracomment>
      <translation>{n} 行</translation>
    </message>
    <message>
      <source>{n} text</source>
      <extracomment>strings</extracomment>
      <translation>{n} 个文本</translation>
    </message>
    <message>
      <source>{n} text in {where}</source>
      <extracomment>strings</extracomment>
      <translation>{where}中有 {n} 个文本</translation>
    </message>
    <message>
      <source>{n} texts</source>
      <extracomment>strings</extracomment>
      <translation>{n} 个文本</translation>
    </message>
    <message>
      <source>{n} texts in {where}</source>
      <extracomment>strings</extracomment>
      <translation>{where}中有 {n} 个文本</translation>
    </message>
    <message>
      <source>{n} thing in {where}</source>
      <extracomment>types</extracomment>
      <translation>{where}中有 {n} 项</translation>
    </message>
    <message>
      <source>{n} things in {where}</source>
      <extracomment>types</extracomment>
      <translation>{where}中有 {n} 项</translation>
    </message>
    <message>
      <source>{n} unsaved edit</source>
      <extracomment>recovery</extracomment>
      <translation>{n} 项未保存的编辑</translation>
    </message>
    <message>
      <source>{n} unsaved edits</source>
      <extracomment>recovery</extracomment>
      <translation>{n} 项未保存的编辑</translation>
    </message>
    <message>
      <source>{offset} is past the end; the document's size is {bytes} ({size}).</source>
      <extracomment>offsets</extracomment>
      <translation>{offset} 超出末尾；文档的大小为 {bytes} ({size})。</translation>
    </message>
    <message>
      <source>{offset} is the end of the document: there are no bytes.</source>
      <extracomment>inspector</extracomment>
      <translation>{offset} 是文档的末尾：没有字节。</translation>
    </message>
    <message>
      <source>{offset}, page {page}, byte {place:,} of it</source>
      <extracomment>offsets</extracomment>
      <translation>{offset}，第 {page} 页，页内第 {place:,} 字节</translation>
    </message>
    <message>
      <source>{outside} stored outside of what is watched</source>
      <extracomment>auditing</extracomment>
      <translation>监视范围之外存入了 {outside}</translation>
    </message>
    <message>
      <source>{pages} in {rows}</source>
      <extracomment>touched</extracomment>
      <translation>{pages}，{rows}</translation>
    </message>
    <message>
      <source>{pages}, in part</source>
      <extracomment>range_fields</extracomment>
      <translation>{pages}（不完整）</translation>
    </message>
    <message>
      <source>{passed} of holes and patterns passed over</source>
      <extracomment>strings</extracomment>
      <translation>跳过了 {passed} 的空洞和模式</translation>
    </message>
    <message>
      <source>{program} (this program)</source>
      <extracomment>processes</extracomment>
      <translation>{program}（本程序）</translation>
    </message>
    <message>
      <source>{rows:,} rows were written to {name}.</source>
      <extracomment>fact_export</extracomment>
      <translation>{rows:,} 行已写入{name}。</translation>
    </message>
    <message>
      <source>{rows} written to {name}.</source>
      <extracomment>touched_list</extracomment>
      <translation>{rows}已写入{name}。</translation>
    </message>
    <message>
      <source>{said} Paused.</source>
      <extracomment>comparing</extracomment>
      <translation>{said}已暂停。</translation>
    </message>
    <message>
      <source>{said} · {share:.0f} % searched, {rate}/s</source>
      <extracomment>found_list</extracomment>
      <translation>{said} · 已查找 {share:.0f} %，{rate}/s</translation>
    </message>
    <message>
      <source>{saves} can be recovered.</source>
      <extracomment>recovering</extracomment>
      <translation>可以恢复 {saves}。</translation>
    </message>
    <message>
      <source>{scheme} in {unit}</source>
      <extracomment>legend</extracomment>
      <translation>{scheme}（{unit}）</translation>
    </message>
    <message>
      <source>{share} {name}</source>
      <extracomment>readout</extracomment>
      <translation>{share} {name}</translation>
    </message>
    <message>
      <source>{share} {name}, then {other}</source>
      <extracomment>readout</extracomment>
      <translation>{share} {name}，其次是{other}</translation>
    </message>
    <message>
      <source>{share} ± {error} {name}, then {other}</source>
      <extracomment>readout</extracomment>
      <translation>{share} ± {error} {name}，其次是{other}</translation>
    </message>
    <message>
      <source>{state} (whole folios)</source>
      <extracomment>states</extracomment>
      <translation>{state}（整个 folio）</translation>
    </message>
    <message>
      <source>{state} {count:,}</source>
      <extracomment>states</extracomment>
      <translation>{state} {count:,}</translation>
    </message>
    <message>
      <source>{state} {count:,} of {all:,}</source>
      <extracomment>states</extracomment>
      <translation>{state} {count:,}/{all:,}</translation>
    </message>
    <message>
      <source>{state}; changed by another program since it was read</source>
      <extracomment>page_info</extracomment>
      <translation>{state}；读取之后被其他程序更改</translation>
    </message>
    <message>
      <source>{texts} written to {name}.</source>
      <extracomment>strings</extracomment>
      <translation>{texts}已写入{name}。</translation>
    </message>
    <message>
      <source>{text}. Or: {others}</source>
      <extracomment>types</extracomment>
      <translation>{text}。或者：{others}</translation>
    </message>
    <message>
      <source>{time} · touch {number:,} of {count:,}</source>
      <extracomment>timeline</extracomment>
      <translation>{time} · 第 {number:,} 次触及，共 {count:,} 次</translation>
    </message>
    <message>
      <source>{title} of the bookmark</source>
      <extracomment>bookmark_table</extracomment>
      <translation>书签的{title}</translation>
    </message>
    <message>
      <source>{title}, gone</source>
      <extracomment>processes</extracomment>
      <translation>{title}，已结束</translation>
    </message>
    <message>
      <source>{title}, with history</source>
      <extracomment>number_edit</extracomment>
      <translation>{title}，带历史记录</translation>
    </message>
    <message>
      <source>{title}, {sure:.0%} sure: {why}</source>
      <extracomment>types</extracomment>
      <translation>{title}，把握 {sure:.0%}：{why}</translation>
    </message>
    <message>
      <source>{title}, {sure:.0%} sure: {why}; {size} long</source>
      <extracomment>types</extracomment>
      <translation>{title}，把握 {sure:.0%}：{why}；长 {size}</translation>
    </message>
    <message>
      <source>{title}: share of the pages of a cell; content is grey</source>
      <extracomment>legend</extracomment>
      <translation>{title}：占每格页数的比例；内容为灰色</translation>
    </message>
    <message>
      <source>{value:,} is outside the document, which has {size:,} bytes.</source>
      <extracomment>bookmark_model</extracomment>
      <translation>{value:,} 在文档之外，文档有 {size:,} 字节。</translation>
    </message>
    <message>
      <source>“%1:” has no end of its own; give hex digits, text:… or u32le:5.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1:”本身没有结尾；请给出十六进制数字、text:… 或 u32le:5。</translation>
    </message>
    <message>
      <source>“%1” %2, on %3 that would be written; nothing was written. Save anyway to put your edits over it, reload it, or use Save As.</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>“%1”%2，涉及要写入的 %3；什么也没有写入。“仍然保存”会用您的编辑覆盖它，也可以重新载入，或用“另存为”。</translation>
    </message>
    <message>
      <source>“%1” %2; compare it again.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>“%1”%2；请重新比较。</translation>
    </message>
    <message>
      <source>“%1” %2; it is compared again.</source>
      <extracomment>core/text/comparison_text</extracomment>
      <translation>“%1”%2；正在重新比较。</translation>
    </message>
    <message>
      <source>“%1” %2; nothing was written. %3.</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>“%1”%2；什么也没有写入。%3。</translation>
    </message>
    <message>
      <source>“%1” %2; nothing was written. Use Save As to keep your edits.</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>“%1”%2；什么也没有写入。请用“另存为”保留您的编辑。</translation>
    </message>
    <message>
      <source>“%1” (U+%2) does not exist in %3; choose another encoding or remove it.</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>“%1” (U+%2) 在 %3 中不存在；请选择另一种编码或删除它。</translation>
    </message>
    <message>
      <source>“%1” beside it could not be removed.</source>
      <extracomment>core/storage/newfile</extracomment>
      <translation>它旁边的“%1”无法删除。</translation>
    </message>
    <message>
      <source>“%1” cannot be compared with the journal: %2.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”无法与日志比较：%2。</translation>
    </message>
    <message>
      <source>“%1” cannot be made: %2; %3.</source>
      <extracomment>core/storage/journal/exporting</extracomment>
      <translation>无法创建“%1”：%2；%3。</translation>
    </message>
    <message>
      <source>“%1” cannot be read: %2.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
      <source>“%1” cannot be written in %2; choose another encoding.</source>
      <extracomment>core/search/needle</extracomment>
      <translation>“%1”无法用 %2 表示；请选择另一种编码。</translation>
    </message>
    <message>
      <source>“%1” cannot be written: %2; %3.</source>
      <extracomment>core/storage/journal/target</extracomment>
      <translation>“%1”无法写入：%2；%3。</translation>
    </message>
    <message>
      <source>“%1” cannot be written: %2; choose another folder.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>“%1”无法写入：%2；请选择另一文件夹。</translation>
    </message>
    <message>
      <source>“%1” cannot stand here; put a number there.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>“%1”不能在此处；请在那里写数字。</translation>
    </message>
    <message>
      <source>“%1” could not be written: %2.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
      <source>“%1” could not be written: %2; choose another place.</source>
      <extracomment>core/touched/snapshots</extracomment>
      <translation>“%1”无法写入：%2；请选择另一位置。</translation>
    </message>
    <message>
      <source>“%1” does not belong in a number; remove it.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>“%1”不应出现在数字中；请删除它。</translation>
    </message>
    <message>
      <source>“%1” does not exist in %2; choose another encoding or text.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”在 %2 中不存在；请选择另一种编码或文本。</translation>
    </message>
    <message>
      <source>“%1” does not fit into %2; take f64.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”放不进 %2；请用 f64。</translation>
    </message>
    <message>
      <source>“%1” does not fit into a width of %2; take a larger width.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”放不进宽度 %2；请用更大的宽度。</translation>
    </message>
    <message>
      <source>“%1” does not fit: %2 holds %3 to %4.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”放不下：%2 可存 %3 到 %4。</translation>
    </message>
    <message>
      <source>“%1” ends with the document after %2 of %3 elements.</source>
      <extracomment>core/structs/placing</extracomment>
      <translation>“%1”随文档结束，只有 %3 个元素中的 %2 个。</translation>
    </message>
    <message>
      <source>“%1” exists already: confirm to replace it, or choose another name.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>“%1”已存在：请确认替换它，或选择另一名称。</translation>
    </message>
    <message>
      <source>“%1” exists already; choose another name.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>“%1”已存在；请选择另一名称。</translation>
    </message>
    <message>
      <source>“%1” has all that was to be saved.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”已含有所有要保存的内容。</translation>
    </message>
    <message>
      <source>“%1” has all that was to be saved; complete the save instead.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”已含有所有要保存的内容；请改为完成保存。</translation>
    </message>
    <message>
      <source>“%1” has no end within %2 elements.</source>
      <extracomment>core/structs/placing</extracomment>
      <translation>“%1”在 %2 个元素之内没有结束。</translation>
    </message>
    <message>
      <source>“%1” has no meaning here; take it out.</source>
      <extracomment>core/structs/tokens</extracomment>
      <translation>“%1”在此处没有意义；请去掉它。</translation>
    </message>
    <message>
      <source>“%1” has no value</source>
      <extracomment>core/structs/expressions</extracomment>
      <translation>“%1”没有值</translation>
    </message>
    <message>
      <source>“%1” has the file as it was before the save; %2.</source>
      <extracomment>core/storage/journal/exporting</extracomment>
      <translation>“%1”含有保存之前的文件；%2。</translation>
    </message>
    <message>
      <source>“%1” has the file as the save was to leave it; %2.</source>
      <extracomment>core/storage/journal/exporting</extracomment>
      <translation>“%1”含有保存本应留下的文件；%2。</translation>
    </message>
    <message>
      <source>“%1” in “%2” was not made by Bytescope for you alone, so it is left as it is; remove it if you do not know it.</source>
      <extracomment>core/storage/private</extracomment>
      <translation>“%2”中的“%1”不是 Bytescope 单独为您创建的，因此保持原样；如果您不认识它，请删除它。</translation>
    </message>
    <message>
      <source>“%1” is a folder: choose another name.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>“%1”是文件夹：请选择另一名称。</translation>
    </message>
    <message>
      <source>“%1” is another file by now, so it is left as it is.</source>
      <extracomment>core/storage/journal/target</extracomment>
      <translation>“%1”现在是另一个文件，因此保持原样。</translation>
    </message>
    <message>
      <source>“%1” is as it was before the save.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”与保存之前相同。</translation>
    </message>
    <message>
      <source>“%1” is defined, but not as a number; write one.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>“%1”有定义，但不是数字；请写一个数字。</translation>
    </message>
    <message>
      <source>“%1” is empty, so there is nothing to insert; choose another file.</source>
      <extracomment>core/exchange/outgoing</extracomment>
      <translation>“%1”为空，因此没有可插入的内容；请选择另一个文件。</translation>
    </message>
    <message>
      <source>“%1” is empty, so there is nothing to repeat; choose another file.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”为空，因此没有可重复的内容；请选择另一个文件。</translation>
    </message>
    <message>
      <source>“%1” is larger than %2; it is not read.</source>
      <extracomment>core/bookmarks/files</extracomment>
      <translation>“%1”大于 %2；没有读取。</translation>
    </message>
    <message>
      <source>“%1” is larger than 64 bits</source>
      <extracomment>core/structs/expressions</extracomment>
      <translation>“%1”大于 64 位</translation>
    </message>
    <message>
      <source>“%1” is left empty: %2.</source>
      <extracomment>core/structs/placing</extracomment>
      <translation>“%1”留空：%2。</translation>
    </message>
    <message>
      <source>“%1” is locked by another program; end what it does there, then save again.</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>“%1”被另一程序锁定；请结束那里的操作，再保存。</translation>
    </message>
    <message>
      <source>“%1” is locked by another program; end what it does there.</source>
      <extracomment>core/storage/journal/target</extracomment>
      <translation>“%1”被另一程序锁定；请结束那里的操作。</translation>
    </message>
    <message>
      <source>“%1” is missing %2; %3.</source>
      <extracomment>core/structs/words</extracomment>
      <translation>%2缺少“%1”；%3。</translation>
    </message>
    <message>
      <source>“%1” is no %2 digit; use %3 to %4.</source>
      <extracomment>core/inspect/numbers</extracomment>
      <translation>“%1”不是%2数字；请使用 %3 到 %4。</translation>
    </message>
    <message>
      <source>“%1” is no UUID; write 32 hex digits as 01234567-89ab-cdef-0123-456789abcdef.</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>“%1”不是 UUID；请写 32 个十六进制数字，如 01234567-89ab-cdef-0123-456789abcdef。</translation>
    </message>
    <message>
      <source>“%1” is no base of offsets; use hex, oct or dec.</source>
      <extracomment>core/exchange/undump</extracomment>
      <translation>“%1”不是偏移的进制；请使用 hex、oct 或 dec。</translation>
    </message>
    <message>
      <source>“%1” is no colour; write it as #RRGGBB in hex digits.</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>“%1”不是颜色；请用十六进制数字写成 #RRGGBB。</translation>
    </message>
    <message>
      <source>“%1” is no colour; write it as #RRGGBBAA in hex digits.</source>
      <extracomment>core/inspect/others</extracomment>
      <translation>“%1”不是颜色；请用十六进制数字写成 #RRGGBBAA。</translation>
    </message>
    <message>
      <source>“%1” is no encoding we know; try utf-8, utf-16le, latin-1 or cp437.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”不是已知的编码；请试试 utf-8、utf-16le、latin-1 或 cp437。</translation>
    </message>
    <message>
      <source>“%1” is no file; choose an exported snapshot.</source>
      <extracomment>core/touched/snapshots</extracomment>
      <translation>“%1”不是文件；请选择导出的快照。</translation>
    </message>
    <message>
      <source>“%1” is no longer where it was.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”已不在原处。</translation>
    </message>
    <message>
      <source>“%1” is no longer where it was; put it back, then try again.</source>
      <extracomment>core/storage/journal/target</extracomment>
      <translation>“%1”已不在原处；请把它放回，再试一次。</translation>
    </message>
    <message>
      <source>“%1” is no name of a journal or a log; nothing is done with it.</source>
      <extracomment>core/storage/private</extracomment>
      <translation>“%1”不是日志的名称；没有对它做任何操作。</translation>
    </message>
    <message>
      <source>“%1” is no number; write it as 1.5, -2e-3, inf or nan.</source>
      <extracomment>core/inspect/floats</extracomment>
      <translation>“%1”不是数字；请写成 1.5、-2e-3、inf 或 nan。</translation>
    </message>
    <message>
      <source>“%1” is no snapshot that can be used: %2</source>
      <extracomment>core/touched/snapshots</extracomment>
      <translation>“%1”不是可用的快照：%2</translation>
    </message>
    <message>
      <source>“%1” is no text; choose a file with definitions in C.</source>
      <extracomment>core/structs/texts</extracomment>
      <translation>“%1”不是文本；请选择含有 C 语言定义的文件。</translation>
    </message>
    <message>
      <source>“%1” is no time; write it as 2024-12-31 23:59:59.</source>
      <extracomment>core/inspect/moments</extracomment>
      <translation>“%1”不是时间；请写成 2024-12-31 23:59:59。</translation>
    </message>
    <message>
      <source>“%1” is no value of %2; there are %3.</source>
      <extracomment>core/structs/values</extracomment>
      <translation>“%1”不是 %2 的值；有 %3。</translation>
    </message>
    <message>
      <source>“%1” is not a base; use hex, dec or oct.</source>
      <extracomment>core/text/dump</extracomment>
      <translation>“%1”不是进制；请使用 hex、dec 或 oct。</translation>
    </message>
    <message>
      <source>“%1” is not a byte order; use little or big.</source>
      <extracomment>core/text/dump</extracomment>
      <translation>“%1”不是字节顺序；请使用 little 或 big。</translation>
    </message>
    <message>
      <source>“%1” is not a form; use one of %2.</source>
      <extracomment>core/exchange/forms</extracomment>
      <translation>“%1”不是一种形式；请使用其中之一：%2。</translation>
    </message>
    <message>
      <source>“%1” is not a format; use one of %2.</source>
      <extracomment>core/exchange/patching</extracomment>
      <translation>“%1”不是一种格式；请使用其中之一：%2。</translation>
    </message>
    <message>
      <source>“%1” is not a hex digit; give hex digits (DE AD BE EF), text:…, u32le:5, counter:0, offset:8le, page:4le, random:7 or file:PATH.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”不是十六进制数字；请给出十六进制数字 (DE AD BE EF)、text:…、u32le:5、counter:0、offset:8le、page:4le、random:7 或 file:PATH。</translation>
    </message>
    <message>
      <source>“%1” is not a hex digit; type pairs of 0–9 and A–F.</source>
      <extracomment>core/search/needle</extracomment>
      <translation>“%1”不是十六进制数字；请输入成对的 0–9 和 A–F。</translation>
    </message>
    <message>
      <source>“%1” is not a kind of number; there are u8 to u64, i8 to i64, f32 and f64.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”不是数字的种类；有 u8 到 u64、i8 到 i64、f32 和 f64。</translation>
    </message>
    <message>
      <source>“%1” is not a kind of pattern; give hex digits (DE AD BE EF), text:…, u32le:5, counter:0, offset:8le, page:4le, random:7 or file:PATH.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”不是模式的种类；请给出十六进制数字 (DE AD BE EF)、text:…、u32le:5、counter:0、offset:8le、page:4le、random:7 或 file:PATH。</translation>
    </message>
    <message>
      <source>“%1” is not a known checksum; use one of %2.</source>
      <extracomment>core/checksums/algorithms</extracomment>
      <translation>“%1”不是已知的校验和；请使用其中之一：%2。</translation>
    </message>
    <message>
      <source>“%1” is not a known encoding; use one of %2.</source>
      <extracomment>core/text/encodings</extracomment>
      <translation>“%1”不是已知的编码；请使用其中之一：%2。</translation>
    </message>
    <message>
      <source>“%1” is not a known machine; use one of %2.</source>
      <extracomment>core/code/machines</extracomment>
      <translation>“%1”不是已知的机器；请使用其中之一：%2。</translation>
    </message>
    <message>
      <source>“%1” is not a known name; use %2, or write hexadecimal as 0x1F.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>“%1”不是已知的名称；请使用 %2，或把十六进制写成 0x1F。</translation>
    </message>
    <message>
      <source>“%1” is not a number; write 0x1F, 1Fh, 0o17, 0b1 or 31.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>“%1”不是数字；请写 0x1F、1Fh、0o17、0b1 或 31。</translation>
    </message>
    <message>
      <source>“%1” is not a number; write it as 1.5, -2e-3, inf or nan.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”不是数字；请写成 1.5、-2e-3、inf 或 nan。</translation>
    </message>
    <message>
      <source>“%1” is not a regular file: choose another name.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>“%1”不是普通文件：请选择另一名称。</translation>
    </message>
    <message>
      <source>“%1” is not a regular file: use Save As.</source>
      <extracomment>core/storage/preflight</extracomment>
      <translation>“%1”不是普通文件：请用“另存为”。</translation>
    </message>
    <message>
      <source>“%1” is not a whole number; use a smaller unit.</source>
      <extracomment>core/text/numbers</extracomment>
      <translation>“%1”不是整数；请使用较小的单位。</translation>
    </message>
    <message>
      <source>“%1” is not a whole number; write it as 5, -1, 0x1F or 4Ki.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>“%1”不是整数；请写成 5、-1、0x1F 或 4Ki。</translation>
    </message>
    <message>
      <source>“%1” is not a width; write 1 to 8 bytes with le or be, as in 4le.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”不是宽度；请写 1 到 8 字节并带 le 或 be，例如 4le。</translation>
    </message>
    <message>
      <source>“%1” is not as it was when these edits were made; confirm to make them nevertheless, or export them.</source>
      <extracomment>core/storage/editlog/matching</extracomment>
      <translation>“%1”已不是做这些编辑时的样子；请确认仍要应用，或导出它们。</translation>
    </message>
    <message>
      <source>“%1” is not known here; use one of %2.</source>
      <extracomment>core/strings/forms</extracomment>
      <translation>此处不认识“%1”；请使用其中之一：%2。</translation>
    </message>
    <message>
      <source>“%1” is not one character; give one, or its number as U+20AC.</source>
      <extracomment>core/inspect/characters</extracomment>
      <translation>“%1”不是一个字符；请给出一个字符，或其编号如 U+20AC。</translation>
    </message>
    <message>
      <source>“%1” is not something to look for; write hex digits, text:…, re:…, u32le:… or not:00.</source>
      <extracomment>core/search/wanted</extracomment>
      <translation>“%1”不是可查找的内容；请写十六进制数字、text:…、re:…、u32le:… 或 not:00。</translation>
    </message>
    <message>
      <source>“%1” is open for reading only: use Save As to keep your edits.</source>
      <extracomment>core/storage/plan</extracomment>
      <translation>“%1”以只读方式打开：请用“另存为”保留您的编辑。</translation>
    </message>
    <message>
      <source>“%1” is partly old and partly new: the save was cut off.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”部分旧、部分新：保存被中断了。</translation>
    </message>
    <message>
      <source>“%1” is saved: %2 of it are new.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”已保存：其中 %2 是新的。</translation>
    </message>
    <message>
      <source>“%1” is the file that is open here; select its bytes and use Copy Block instead.</source>
      <extracomment>core/exchange/outgoing</extracomment>
      <translation>“%1”就是此处打开的文件；请选择其字节并使用“复制块”。</translation>
    </message>
    <message>
      <source>“%1” is the file that is open, by this or another name: use Save, or choose another name.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>“%1”就是打开的文件（以此名或别名）：请用“保存”，或选择另一名称。</translation>
    </message>
    <message>
      <source>“%1” takes nothing in brackets; write “%2:5”.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”的括号中不能有内容；请写“%2:5”。</translation>
    </message>
    <message>
      <source>“%1” takes nothing in brackets; write “%2:…”.</source>
      <extracomment>core/document/pattern_text</extracomment>
      <translation>“%1”的括号中不能有内容；请写“%2:…”。</translation>
    </message>
    <message>
      <source>“%1” was changed by another program.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一程序更改。</translation>
    </message>
    <message>
      <source>“%1” was changed by another program; which pages is not known.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一程序更改；是哪些页未知。</translation>
    </message>
    <message>
      <source>“%1” was changed by something else since (at offset %2), so it is left as it is; export what the journal holds instead.</source>
      <extracomment>core/storage/journal/target</extracomment>
      <translation>“%1”此后被别的程序更改（偏移 %2 处），因此保持原样；请改为导出日志中的内容。</translation>
    </message>
    <message>
      <source>“%1” was changed by something else since, so it is left as it is.</source>
      <extracomment>core/storage/journal/recovery</extracomment>
      <translation>“%1”此后被别的程序更改，因此保持原样。</translation>
    </message>
    <message>
      <source>“%1” was changed or touched by another program, but not in what had been read.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一程序更改或触及，但不在已读取的部分。</translation>
    </message>
    <message>
      <source>“%1” was changed or touched by another program.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一程序更改或触及。</translation>
    </message>
    <message>
      <source>“%1” was deleted or renamed; use Save As to keep what is shown here.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被删除或改名；请用“另存为”保留此处显示的内容。</translation>
    </message>
    <message>
      <source>“%1” was made longer by another program, and your edits change its length too; nothing was written. Use Save As to keep your edits.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>“%1”被另一程序加长，而您的编辑也改变其长度；什么也没有写入。请用“另存为”保留您的编辑。</translation>
    </message>
    <message>
      <source>“%1” was made longer by another program, from %2 to %3 bytes; reload to see the new ones.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一程序从 %2 加长到 %3 字节；请重新载入以查看新的字节。</translation>
    </message>
    <message>
      <source>“%1” was not saved and nothing was written.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>“%1”没有保存，什么也没有写入。</translation>
    </message>
    <message>
      <source>“%1” was not saved: %2, as %3; nothing was written and your edits are kept; %4.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>“%1”没有保存：%2，因为%3；什么也没有写入，您的编辑仍保留；%4。</translation>
    </message>
    <message>
      <source>“%1” was not saved: %2. The file is as it was before and your edits are kept; %3.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>“%1”没有保存：%2。文件与之前相同，您的编辑仍保留；%3。</translation>
    </message>
    <message>
      <source>“%1” was not saved: the edit log could not be written, as %2; nothing was written and your edits are kept; %3.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>“%1”没有保存：编辑日志无法写入，因为%2；什么也没有写入，您的编辑仍保留；%3。</translation>
    </message>
    <message>
      <source>“%1” was not written: %2. Your edits are kept; %3.</source>
      <extracomment>core/storage/save</extracomment>
      <translation>“%1”没有写入：%2。您的编辑仍保留；%3。</translation>
    </message>
    <message>
      <source>“%1” was not written: %2; %3.</source>
      <extracomment>core/storage/journal/exporting</extracomment>
      <translation>“%1”没有写入：%2；%3。</translation>
    </message>
    <message>
      <source>“%1” was not written: %2; choose another place.</source>
      <extracomment>core/storage/editlog/exporting</extracomment>
      <translation>“%1”没有写入：%2；请选择另一位置。</translation>
    </message>
    <message>
      <source>“%1” was replaced by another file; this window still shows the old one.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一文件替换；此窗口仍显示旧文件。</translation>
    </message>
    <message>
      <source>“%1” was saved in part only: %2 after %3 of %4, and putting the old bytes back failed as well (%5). The file is partly old and partly new, and its journal is there to bring it out of this; your edits are kept, so %6.</source>
      <extracomment>made of words</extracomment>
      <translation>“%1”只保存了一部分：在 %4 中的 %3 之后，%2，并且放回旧字节也失败了（%5）。文件部分旧、部分新，其日志可以使它恢复；您的编辑仍保留，因此%6。</translation>
    </message>
    <message>
      <source>“%1” was saved in part only: %2 after %3 of %4, and putting the old bytes back failed as well (%5). The file is partly old and partly new; your edits are kept, so %6.</source>
      <extracomment>made of words</extracomment>
      <translation>“%1”只保存了一部分：在 %4 中的 %3 之后，%2，并且放回旧字节也失败了（%5）。文件部分旧、部分新；您的编辑仍保留，因此%6。</translation>
    </message>
    <message>
      <source>“%1” was saved in part only: %2 after %3 of %4. The file is partly old and partly new, and its journal is there to bring it out of this; your edits are kept, so %5.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>“%1”只保存了一部分：在 %4 中的 %3 之后，%2。文件部分旧、部分新，其日志可以使它恢复；您的编辑仍保留，因此%5。</translation>
    </message>
    <message>
      <source>“%1” was saved in part only: %2 after %3 of %4. The file is partly old and partly new; your edits are kept, so %5.</source>
      <extracomment>core/storage/inplace</extracomment>
      <translation>“%1”只保存了一部分：在 %4 中的 %3 之后，%2。文件部分旧、部分新；您的编辑仍保留，因此%5。</translation>
    </message>
    <message>
      <source>“%1” was shortened by another program from %2 to %3 bytes.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一程序从 %2 缩短到 %3 字节。</translation>
    </message>
    <message>
      <source>“%1” was shortened by another program from %2 to %3 bytes; %4 are gone.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一程序从 %2 缩短到 %3 字节；%4 已消失。</translation>
    </message>
    <message>
      <source>“%1” was shortened by another program from %2 to %3 bytes; %4 is gone.</source>
      <extracomment>core/text/outside_text</extracomment>
      <translation>“%1”被另一程序从 %2 缩短到 %3 字节；%4 已消失。</translation>
    </message>
    <message>
      <source>“%1” would have %2 elements: it is left empty.</source>
      <extracomment>core/structs/placing</extracomment>
      <translation>“%1”会有 %2 个元素：留空。</translation>
    </message>
    <message>
      <source>“%1” would stand at %2, outside of the document.</source>
      <extracomment>core/structs/placing</extracomment>
      <translation>“%1”会位于 %2，在文档之外。</translation>
    </message>
    <message>
      <source>“%1”, %2 in %3</source>
      <extracomment>core/kinds/lengths</extracomment>
      <translation>“%1”，%3 中的 %2</translation>
    </message>
    <message>
      <source>“%1”, whose bytes the save repeats, cannot be read; put it back and try again.</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>保存所重复的“%1”的字节无法读取；请把它放回再试。</translation>
    </message>
    <message>
      <source>“%1”, whose bytes the save repeats, has changed, so the save cannot be completed; roll it back if that is possible, or export what the journal holds.</source>
      <extracomment>core/storage/journal/reading</extracomment>
      <translation>保存所重复的“%1”的字节已更改，因此保存无法完成；可能的话请回滚，或导出日志中的内容。</translation>
    </message>
    <message>
      <source>“)” closes no group; write \) for the character</source>
      <extracomment>core/search/expressions</extracomment>
      <translation>“)”没有对应的分组；要表示字符请写 \)</translation>
    </message>
    <message>
      <source>“=” stands amid the Base64; paste the parts one by one.</source>
      <extracomment>core/exchange/pasting</extracomment>
      <translation>“=”位于 Base64 中间；请逐段粘贴。</translation>
    </message>
    <message>
      <source>“\x” takes two hex digits, such as \x0A.</source>
      <extracomment>core/search/template</extracomment>
      <translation>“\x”后面要有两个十六进制数字，如 \x0A。</translation>
    </message>
    <message>
      <source>“{command}” has no keys now.</source>
      <extracomment>shortcuts</extracomment>
      <translation>“{command}”现在没有按键。</translation>
    </message>
    <message>
      <source>“{command}” has the key {key} now.</source>
      <extracomment>shortcuts</extracomment>
      <translation>“{command}”现在有按键 {key}。</translation>
    </message>
    <message>
      <source>“{name}” is at “{path}” now.</source>
      <extracomment>session_files</extracomment>
      <translation>“{name}”现在位于“{path}”。</translation>
    </message>
    <message>
      <source>“{name}” was changed since the session was saved; its places and bookmarks are those of then.</source>
      <extracomment>session_files</extracomment>
      <translation>会话保存之后，“{name}”有更改；其位置和书签是当时的。</translation>
    </message>
    <message>
      <source>“{name}” was deleted.</source>
      <extracomment>snapshot_keeper</extracomment>
      <translation>“{name}”已删除。</translation>
    </message>
    <message>
      <source>“{name}” was saved from another tab with another length; this tab shows it as it was, with its own edits: Save As keeps them, Reload shows what was saved.</source>
      <extracomment>workspace</extracomment>
      <translation>“{name}”已从另一标签页以不同的长度保存；此标签页显示其原样及自己的编辑：“另存为”保留它们，“重新载入”显示已保存的内容。</translation>
    </message>
    <message>
      <source>“{name}” was taken in.</source>
      <extracomment>snapshot_keeper</extracomment>
      <translation>“{name}”已读入。</translation>
    </message>
    <message>
      <source>“{name}” was written to “{file}”.</source>
      <extracomment>snapshot_keeper</extracomment>
      <translation>“{name}”已写入“{file}”。</translation>
    </message>
    <message>
      <source>“{shown}” is no file of this computer; save it as a file and open that.</source>
      <extracomment>dropping</extracomment>
      <translation>“{shown}”不是本机的文件；请先把它存为文件再打开。</translation>
    </message>
    <message>
      <source>“{” is missing; %1.</source>
      <extracomment>core/structs/parser</extracomment>
      <translation>缺少“{”；%1。</translation>
    </message>
    <message>
      <source>… {n} equal row</source>
      <extracomment>differences</extracomment>
      <translation>… {n} 个相同的行</translation>
    </message>
    <message>
      <source>… {n} equal rows</source>
      <extracomment>differences</extracomment>
      <translation>… {n} 个相同的行</translation>
    </message>
    <message>
      <source>≥ %1 of 256</source>
      <extracomment>core/statistics/words</extracomment>
      <translation>≥ 256 中的 %1</translation>
    </message>
    <message>
      <source>◂ Previous</source>
      <extracomment>compare</extracomment>
      <translation>◂ 上一处</translation>
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>&amp;Look in:</source>
      <translation>查找范围(&amp;L)：</translation>
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>Files of &amp;type:</source>
      <translation>文件类型(&amp;T)：</translation>
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>Date Modified</source>
      <translation>修改日期</translation>
    </message>
  </context>
</TS>

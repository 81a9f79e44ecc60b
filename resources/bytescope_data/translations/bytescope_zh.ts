<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>bytescope</name>
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
      <source> — </source>
      <extracomment>between phrases</extracomment>
      <translation> — </translation>
    </message>
    <message>
      <source>%1 bookmark</source>
      <extracomment>ui/panels/bookmarks</extracomment>
      <translation>%1 个书签</translation>
    </message>
    <message>
      <source>%1 bookmark was</source>
      <extracomment>ui/commands/bookmarks</extracomment>
      <translation>%1 个书签</translation>
    </message>
    <message>
      <source>%1 bookmarks</source>
      <extracomment>ui/panels/bookmarks</extracomment>
      <translation>%1 个书签</translation>
    </message>
    <message>
      <source>%1 bookmarks were</source>
      <extracomment>ui/commands/bookmarks</extracomment>
      <translation>%1 个书签</translation>
    </message>
    <message>
      <source>%1 byte</source>
      <extracomment>ui/dialogs/compare</extracomment>
      <translation>%1 字节</translation>
    </message>
    <message>
      <source>%1 bytes</source>
      <extracomment>ui/dialogs/compare</extracomment>
      <translation>%1 字节</translation>
    </message>
    <message>
      <source>%1 document</source>
      <extracomment>ui/commands/sessions</extracomment>
      <translation>%1 个文档</translation>
    </message>
    <message>
      <source>%1 document has</source>
      <extracomment>ui/dialogs/unsaved</extracomment>
      <translation>%1 个文档</translation>
    </message>
    <message>
      <source>%1 documents</source>
      <extracomment>ui/commands/sessions</extracomment>
      <translation>%1 个文档</translation>
    </message>
    <message>
      <source>%1 documents have</source>
      <extracomment>ui/dialogs/unsaved</extracomment>
      <translation>%1 个文档</translation>
    </message>
    <message>
      <source>%1 equal row</source>
      <extracomment>ui/dialogs/differences</extracomment>
      <translation>%1 个相同的行</translation>
    </message>
    <message>
      <source>%1 equal rows</source>
      <extracomment>ui/dialogs/differences</extracomment>
      <translation>%1 个相同的行</translation>
    </message>
    <message>
      <source>%1 fingerprint</source>
      <extracomment>ui/dialogs/snapshots</extracomment>
      <translation>%1 个指纹</translation>
    </message>
    <message>
      <source>%1 fingerprints</source>
      <extracomment>ui/dialogs/snapshots</extracomment>
      <translation>%1 个指纹</translation>
    </message>
    <message>
      <source>%1 instruction</source>
      <extracomment>ui/panels/disassembly</extracomment>
      <translation>%1 条指令</translation>
    </message>
    <message>
      <source>%1 instructions</source>
      <extracomment>ui/panels/disassembly</extracomment>
      <translation>%1 条指令</translation>
    </message>
    <message>
      <source>%1 interrupted save</source>
      <extracomment>ui/recovering</extracomment>
      <translation>%1 次中断的保存</translation>
    </message>
    <message>
      <source>%1 interrupted saves</source>
      <extracomment>ui/recovering</extracomment>
      <translation>%1 次中断的保存</translation>
    </message>
    <message>
      <source>%1 more page</source>
      <extracomment>ui/dialogs/differences</extracomment>
      <translation>另外 %1 页</translation>
    </message>
    <message>
      <source>%1 more pages</source>
      <extracomment>ui/dialogs/differences</extracomment>
      <translation>另外 %1 页</translation>
    </message>
    <message>
      <source>%1 other process uses</source>
      <extracomment>ui/dialogs/processes</extracomment>
      <translation>另外 %1 个进程使用</translation>
    </message>
    <message>
      <source>%1 other processes use</source>
      <extracomment>ui/dialogs/processes</extracomment>
      <translation>另外 %1 个进程使用</translation>
    </message>
    <message>
      <source>%1 page</source>
      <extracomment>ui/commands/edits</extracomment>
      <translation>%1 页</translation>
    </message>
    <message>
      <source>%1 pages</source>
      <extracomment>ui/commands/edits</extracomment>
      <translation>%1 页</translation>
    </message>
    <message>
      <source>%1 row</source>
      <extracomment>ui/dialogs/export_facts</extracomment>
      <translation>%1 行</translation>
    </message>
    <message>
      <source>%1 rows</source>
      <extracomment>ui/dialogs/export_facts</extracomment>
      <translation>%1 行</translation>
    </message>
    <message>
      <source>%1 text</source>
      <extracomment>ui/panels/strings</extracomment>
      <translation>%1 段文本</translation>
    </message>
    <message>
      <source>%1 texts</source>
      <extracomment>ui/panels/strings</extracomment>
      <translation>%1 段文本</translation>
    </message>
    <message>
      <source>%1 thing</source>
      <extracomment>ui/panels/types</extracomment>
      <translation>%1 项</translation>
    </message>
    <message>
      <source>%1 things</source>
      <extracomment>ui/panels/types</extracomment>
      <translation>%1 项</translation>
    </message>
    <message>
      <source>%1 touch</source>
      <extracomment>ui/plots/timeline</extracomment>
      <translation>%1 次触及</translation>
    </message>
    <message>
      <source>%1 touches</source>
      <extracomment>ui/plots/timeline</extracomment>
      <translation>%1 次触及</translation>
    </message>
    <message>
      <source>%1 unsaved edit</source>
      <extracomment>ui/dialogs/recovery</extracomment>
      <translation>%1 处未保存的编辑</translation>
    </message>
    <message>
      <source>%1 unsaved edits</source>
      <extracomment>ui/dialogs/recovery</extracomment>
      <translation>%1 处未保存的编辑</translation>
    </message>
    <message>
      <source>&amp;About Bytescope</source>
      <extracomment>help.about</extracomment>
      <translation>关于 Bytescope(&amp;A)</translation>
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
      <source>&amp;Decimal Numbers</source>
      <extracomment>exchange.copy_json</extracomment>
      <translation>十进制数字(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Define a Structure…</source>
      <extracomment>inspecting.define</extracomment>
      <translation>定义结构(&amp;D)…</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <extracomment>edits.delete</extracomment>
      <translation>删除(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Differences…</source>
      <extracomment>files.differences</extracomment>
      <translation>差异(&amp;D)…</translation>
    </message>
    <message>
      <source>&amp;Disassembly</source>
      <extracomment>understand.disassembly</extracomment>
      <translation>反汇编(&amp;D)</translation>
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
      <translation>刷到磁盘(&amp;F)</translation>
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
      <source>&amp;Forward</source>
      <extracomment>go.forward</extracomment>
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
      <extracomment>found</extracomment>
      <translation>转到该处(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go to Bookmark</source>
      <extracomment>menu</extracomment>
      <translation>转到书签(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go to…</source>
      <extracomment>go.go_to</extracomment>
      <translation>转到(&amp;G)…</translation>
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
      <source>&amp;Help</source>
      <extracomment>help.contents</extracomment>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Import</source>
      <extracomment>menu</extracomment>
      <translation>导入(&amp;I)</translation>
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
      <source>&amp;Insert File…</source>
      <extracomment>exchange.insert_file</extracomment>
      <translation>插入文件(&amp;I)…</translation>
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
      <source>&amp;Layers of the Map</source>
      <extracomment>help.layers</extracomment>
      <translation>页图的图层(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;List of Bookmarks</source>
      <extracomment>bookmarks.show_list</extracomment>
      <translation>书签列表(&amp;L)</translation>
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
      <source>&amp;Move Block…</source>
      <extracomment>edits.move_block</extracomment>
      <translation>移动块(&amp;M)…</translation>
    </message>
    <message>
      <source>&amp;New…</source>
      <extracomment>files.new</extracomment>
      <translation>新建(&amp;N)…</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <extracomment>tour</extracomment>
      <translation>下一步(&amp;N)</translation>
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
      <source>&amp;Only One Layer</source>
      <extracomment>menu</extracomment>
      <translation>只显示一层(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open Session…</source>
      <extracomment>sessions.open</extracomment>
      <translation>打开会话(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Open…</source>
      <extracomment>files.open</extracomment>
      <translation>打开(&amp;O)…</translation>
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
      <source>&amp;Pages</source>
      <extracomment>menu</extracomment>
      <translation>页(&amp;P)</translation>
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
      <source>&amp;Plots of Statistics…</source>
      <extracomment>statistics.save_plots</extracomment>
      <translation>统计图(&amp;P)…</translation>
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
      <source>&amp;Redo</source>
      <extracomment>edits.redo</extracomment>
      <translation>重做(&amp;R)</translation>
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
      <source>&amp;Remove Bookmark Here</source>
      <extracomment>bookmarks.remove</extracomment>
      <translation>删除此处书签(&amp;R)</translation>
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
      <source>&amp;Save Session As…</source>
      <extracomment>sessions.save_as</extracomment>
      <translation>会话另存为(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Shift Bits…</source>
      <extracomment>operations.shift</extracomment>
      <translation>移位(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Shortcuts…</source>
      <extracomment>settings.shortcuts</extracomment>
      <translation>快捷键(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Size of the bytes</source>
      <extracomment>preferences</extracomment>
      <translation>字节的大小(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Statistics</source>
      <extracomment>statistics.of_file</extracomment>
      <translation>统计(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Strings</source>
      <extracomment>understand.strings</extracomment>
      <translation>字符串(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Structures</source>
      <extracomment>inspecting.structures</extracomment>
      <translation>结构(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Survey</source>
      <extracomment>menu</extracomment>
      <translation>扫描(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Take Snapshot…</source>
      <extracomment>compare.take_snapshot</extracomment>
      <translation>拍快照(&amp;T)…</translation>
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
      <source>&amp;Write Bytes As</source>
      <extracomment>menu</extracomment>
      <translation>字节写作(&amp;W)</translation>
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
      <source>&amp;od -x Words</source>
      <extracomment>look.od</extracomment>
      <translation>od -x 字(&amp;O)</translation>
    </message>
    <message>
      <source>(language)</source>
      <extracomment>the name of the language of this file, as in its name</extracomment>
      <translation>zh</translation>
    </message>
    <message>
      <source>, </source>
      <extracomment>between phrases</extracomment>
      <translation>，</translation>
    </message>
    <message>
      <source>1 Byte</source>
      <extracomment>look.group_1</extracomment>
      <translation>1 个字节</translation>
    </message>
    <message>
      <source>1,000 MB/s</source>
      <extracomment>preferences</extracomment>
      <translation>1,000 MB/s</translation>
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
      <source>A file made for a first look</source>
      <extracomment>files.demo</extracomment>
      <translation>供初次体验的文件</translation>
    </message>
    <message>
      <source>A font whose letters are equally wide</source>
      <extracomment>preferences</extracomment>
      <translation>字母等宽的字体</translation>
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
      <source>A store of this program reached the page through its own mapping (Live access).</source>
      <extracomment>pages.walk_stored</extracomment>
      <translation>本程序通过自己的映射存入了该页（直接访问）。</translation>
    </message>
    <message>
      <source>A&amp;dd…</source>
      <extracomment>operations.add</extracomment>
      <translation>加(&amp;D)…</translation>
    </message>
    <message>
      <source>ASCII</source>
      <extracomment>look.encoding_ascii</extracomment>
      <translation>ASCII</translation>
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
      <source>Age of Change</source>
      <extracomment>look.scheme_age</extracomment>
      <translation>更改的时间</translation>
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
      <source>An operation on a range, with a preview</source>
      <extracomment>operations.choose</extracomment>
      <translation>对一个范围的运算，带预览</translation>
    </message>
    <message>
      <source>Another file has the same disk blocks; a write makes a copy.</source>
      <extracomment>pages.walk_shared</extracomment>
      <translation>另一个文件使用相同的磁盘块；写入会产生副本。</translation>
    </message>
    <message>
      <source>Another language is used from the next start.</source>
      <extracomment>preferences</extracomment>
      <translation>另一种语言在下次启动时生效。</translation>
    </message>
    <message>
      <source>Appearance</source>
      <extracomment>preferences</extracomment>
      <translation>外观</translation>
    </message>
    <message>
      <source>Apply an IPS or BPS patch or an edit script as one step</source>
      <extracomment>exchange.apply_patch</extracomment>
      <translation>把 IPS 或 BPS 补丁或编辑脚本作为一步应用</translation>
    </message>
    <message>
      <source>As Many as Fit</source>
      <extracomment>look.columns_0</extracomment>
      <translation>能容纳多少就多少</translation>
    </message>
    <message>
      <source>As the System</source>
      <extracomment>look.theme_system</extracomment>
      <translation>跟随系统</translation>
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
      <source>Begin Store Audit A&amp;new</source>
      <extracomment>watching.stores_anew</extracomment>
      <translation>重新开始存入审计(&amp;N)</translation>
    </message>
    <message>
      <source>Being written</source>
      <extracomment>pages.walk_writing</extracomment>
      <translation>正在写入</translation>
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
      <source>Binary</source>
      <extracomment>look.base_bin</extracomment>
      <translation>二进制</translation>
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
      <source>Both hex panels show the same bytes and caret; else each has its own</source>
      <extracomment>split.linked</extracomment>
      <translation>两个十六进制面板显示相同的字节和光标；否则各自独立</translation>
    </message>
    <message>
      <source>By cell, row, screen, to the ends; with Shift selects</source>
      <extracomment>keys</extracomment>
      <translation>按格、行、屏或到两端；加 Shift 选择</translation>
    </message>
    <message>
      <source>Byte &amp;order of groups</source>
      <extracomment>preferences</extracomment>
      <translation>组的字节顺序(&amp;O)</translation>
    </message>
    <message>
      <source>Byte order of groups</source>
      <extracomment>look.order_big</extracomment>
      <translation>组的字节顺序</translation>
    </message>
    <message>
      <source>Bytes as machine code, from the caret on</source>
      <extracomment>understand.disassembly</extracomment>
      <translation>从光标起把字节看作机器码</translation>
    </message>
    <message>
      <source>Bytes as od -t&amp;x1</source>
      <extracomment>exchange.copy_od1</extracomment>
      <translation>od -tx1 的字节(&amp;X)</translation>
    </message>
    <message>
      <source>Bytes in a hex row</source>
      <extracomment>look.columns_0</extracomment>
      <translation>十六进制行中的字节数</translation>
    </message>
    <message>
      <source>Bytes that are written as one number</source>
      <extracomment>preferences</extracomment>
      <translation>作为一个数写出的字节</translation>
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
      <source>Checksums</source>
      <extracomment>dock</extracomment>
      <translation>校验和</translation>
    </message>
    <message>
      <source>Choose how the clipboard is read, see what it gives, and paste it over or between the bytes</source>
      <extracomment>exchange.paste_special</extracomment>
      <translation>选择剪贴板的读法，查看结果，再覆盖或插入粘贴</translation>
    </message>
    <message>
      <source>Clear the List of &amp;Recent Files</source>
      <extracomment>preferences</extracomment>
      <translation>清除最近文件列表(&amp;R)</translation>
    </message>
    <message>
      <source>Close this document</source>
      <extracomment>files.close</extracomment>
      <translation>关闭此文档</translation>
    </message>
    <message>
      <source>Co&amp;mpute</source>
      <extracomment>checksums</extracomment>
      <translation>计算(&amp;M)</translation>
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
      <source>Command</source>
      <extracomment>shortcuts</extracomment>
      <translation>命令</translation>
    </message>
    <message>
      <source>Command Pa&amp;lette</source>
      <extracomment>settings.commands</extracomment>
      <translation>命令面板(&amp;L)</translation>
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
      <source>Content Class</source>
      <extracomment>look.scheme_content</extracomment>
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
      <source>Copies of Pages</source>
      <extracomment>look.scheme_copies</extracomment>
      <translation>页的副本</translation>
    </message>
    <message>
      <source>Copy &amp;All Values</source>
      <extracomment>checksums</extracomment>
      <translation>复制所有值(&amp;A)</translation>
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
      <source>Ctrl+Shift+P finds every command by a few letters, F1 opens the help, and Ctrl+, has the preferences. Have fun.</source>
      <extracomment>tour</extracomment>
      <translation>Ctrl+Shift+P 用几个字母找到任何命令，F1 打开帮助，Ctrl+, 是首选项。祝您愉快。</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <extracomment>edits.cut</extracomment>
      <translation>剪切(&amp;T)</translation>
    </message>
    <message>
      <source>DOS (CP437)</source>
      <extracomment>look.encoding_cp437</extracomment>
      <translation>DOS (CP437)</translation>
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
      <source>Default</source>
      <extracomment>palettes.use_default</extracomment>
      <translation>默认</translation>
    </message>
    <message>
      <source>Different</source>
      <extracomment>pages.walk_different</extracomment>
      <translation>不同</translation>
    </message>
    <message>
      <source>Disassembly</source>
      <extracomment>dock</extracomment>
      <translation>反汇编</translation>
    </message>
    <message>
      <source>Disk space is reserved for the page but was never written; it reads as zeros.</source>
      <extracomment>pages.walk_unwritten</extracomment>
      <translation>已为该页预留磁盘空间但从未写入；读出来全是零。</translation>
    </message>
    <message>
      <source>Do the step again</source>
      <extracomment>edits.redo</extracomment>
      <translation>再做一遍该步骤</translation>
    </message>
    <message>
      <source>Dominant Byte</source>
      <extracomment>look.scheme_dominant</extracomment>
      <translation>最常见字节</translation>
    </message>
    <message>
      <source>Drop a file here, or</source>
      <extracomment>start_page</extracomment>
      <translation>把文件拖到这里，或</translation>
    </message>
    <message>
      <source>Dump as he&amp;xdump -C</source>
      <extracomment>exchange.copy_hexdump</extracomment>
      <translation>hexdump -C 转储(&amp;X)</translation>
    </message>
    <message>
      <source>Dump as in the Hex Pane&amp;l</source>
      <extracomment>exchange.copy_dump</extracomment>
      <translation>十六进制面板式转储(&amp;L)</translation>
    </message>
    <message>
      <source>Dump as xx&amp;d</source>
      <extracomment>exchange.copy_xxd</extracomment>
      <translation>xxd 转储(&amp;D)</translation>
    </message>
    <message>
      <source>E&amp;vict from Memory</source>
      <extracomment>pages.evict</extracomment>
      <translation>逐出内存(&amp;V)</translation>
    </message>
    <message>
      <source>E&amp;xport Bookmarks…</source>
      <extracomment>bookmarks.export</extracomment>
      <translation>导出书签(&amp;X)…</translation>
    </message>
    <message>
      <source>EBCDIC (CP500)</source>
      <extracomment>look.encoding_cp500</extracomment>
      <translation>EBCDIC (CP500)</translation>
    </message>
    <message>
      <source>Edit</source>
      <extracomment>preferences</extracomment>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Edit: changes reach the file when they are saved. Read: nothing can be changed. Live: each change is in the file at once</source>
      <extracomment>preferences</extracomment>
      <translation>编辑：保存时改动才写入文件。只读：什么都不能改。直接：每次改动立即进入文件</translation>
    </message>
    <message>
      <source>Edited</source>
      <extracomment>pages.walk_edited</extracomment>
      <translation>已编辑</translation>
    </message>
    <message>
      <source>Else only samples of the file, and exactly what is in view</source>
      <extracomment>preferences</extracomment>
      <translation>否则只抽样读取文件，并精确读取可见部分</translation>
    </message>
    <message>
      <source>Encoding of the text column</source>
      <extracomment>look.encoding_ascii</extracomment>
      <translation>文本列的编码</translation>
    </message>
    <message>
      <source>End Bytescope</source>
      <extracomment>files.quit</extracomment>
      <translation>结束 Bytescope</translation>
    </message>
    <message>
      <source>English</source>
      <extracomment>preferences</extracomment>
      <translation>English</translation>
    </message>
    <message>
      <source>Entropy</source>
      <extracomment>look.scheme_entropy</extracomment>
      <translation>熵</translation>
    </message>
    <message>
      <source>Esc closes the bar</source>
      <extracomment>keys</extracomment>
      <translation>Esc 关闭查找栏</translation>
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
      <source>Evicted lately</source>
      <extracomment>pages.walk_evicted</extracomment>
      <translation>最近被逐出</translation>
    </message>
    <message>
      <source>Export Shortcuts</source>
      <extracomment>shortcuts</extracomment>
      <translation>导出快捷键</translation>
    </message>
    <message>
      <source>Fewer pages a cell, or larger cells</source>
      <extracomment>look.zoom_in</extracomment>
      <translation>每格更少的页，或更大的格</translation>
    </message>
    <message>
      <source>Files</source>
      <extracomment>preferences</extracomment>
      <translation>文件</translation>
    </message>
    <message>
      <source>Fill a range with a pattern</source>
      <extracomment>edits.fill</extracomment>
      <translation>用模式填充一个范围</translation>
    </message>
    <message>
      <source>Filter by command or key</source>
      <extracomment>shortcuts</extracomment>
      <translation>按命令或按键筛选</translation>
    </message>
    <message>
      <source>Filter the commands</source>
      <extracomment>shortcuts</extracomment>
      <translation>筛选命令</translation>
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
      <source>Finding the Rest</source>
      <extracomment>tour</extracomment>
      <translation>找到其余功能</translation>
    </message>
    <message>
      <source>First &amp;Edited Page Here</source>
      <extracomment>pages.first_edited</extracomment>
      <translation>此处第一个已编辑页(&amp;E)</translation>
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
      <source>Found</source>
      <extracomment>pages.walk_found</extracomment>
      <translation>已找到</translation>
    </message>
    <message>
      <source>From a File</source>
      <extracomment>palettes.use_own</extracomment>
      <translation>来自文件</translation>
    </message>
    <message>
      <source>Go to</source>
      <extracomment>palette_entries</extracomment>
      <translation>转到</translation>
    </message>
    <message>
      <source>Go to &amp;Map</source>
      <extracomment>look.focus_map</extracomment>
      <translation>转到页图(&amp;M)</translation>
    </message>
    <message>
      <source>Go to He&amp;x</source>
      <extracomment>look.focus_hex</extracomment>
      <translation>转到十六进制(&amp;X)</translation>
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
      <source>Have the page cache drop the pages of the selection, else the page of the caret</source>
      <extracomment>pages.evict</extracomment>
      <translation>让页缓存丢弃选区的页，否则丢弃光标所在页</translation>
    </message>
    <message>
      <source>He&amp;x</source>
      <extracomment>inspector</extracomment>
      <translation>十六进制(&amp;X)</translation>
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
      <source>Hex Panel</source>
      <extracomment>preferences</extracomment>
      <translation>十六进制面板</translation>
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
      <source>How bytes are written</source>
      <extracomment>look.base_hex</extracomment>
      <translation>字节的写法</translation>
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
      <source>Import Shortcuts</source>
      <extracomment>shortcuts</extracomment>
      <translation>导入快捷键</translation>
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
      <source>Insert &amp;Mode</source>
      <extracomment>edits.toggle_insert</extracomment>
      <translation>插入模式(&amp;M)</translation>
    </message>
    <message>
      <source>Insert a copy of the selected bytes at another offset</source>
      <extracomment>edits.copy_block</extracomment>
      <translation>在另一偏移插入所选字节的副本</translation>
    </message>
    <message>
      <source>Insert bytes or a pattern</source>
      <extracomment>edits.insert</extracomment>
      <translation>插入字节或模式</translation>
    </message>
    <message>
      <source>Insert the bytes of a file at the caret; of any size</source>
      <extracomment>exchange.insert_file</extracomment>
      <translation>在光标处插入文件的字节，大小不限</translation>
    </message>
    <message>
      <source>Inspector</source>
      <extracomment>dock</extracomment>
      <translation>检查器</translation>
    </message>
    <message>
      <source>Integers in hexadecimal</source>
      <extracomment>inspector</extracomment>
      <translation>以十六进制显示整数</translation>
    </message>
    <message>
      <source>Interrupted saves and unsaved edits that earlier runs have left behind</source>
      <extracomment>files.recover</extracomment>
      <translation>以前运行留下的中断保存和未保存编辑</translation>
    </message>
    <message>
      <source>Invert all bits of a range</source>
      <extracomment>operations.invert</extracomment>
      <translation>反转范围内的所有位</translation>
    </message>
    <message>
      <source>Ja&amp;va Array</source>
      <extracomment>exchange.copy_java</extracomment>
      <translation>Java 数组(&amp;V)</translation>
    </message>
    <message>
      <source>Keep a fingerprint of every page as it is now</source>
      <extracomment>compare.take_snapshot</extracomment>
      <translation>保留每页现在的指纹</translation>
    </message>
    <message>
      <source>Keep what was learned of a file's pages, none of its bytes, and show it when it is opened again</source>
      <extracomment>memory.remember</extracomment>
      <translation>保留所知的页信息（不含字节），再次打开文件时显示</translation>
    </message>
    <message>
      <source>Kernel-dirty</source>
      <extracomment>pages.walk_dirty</extracomment>
      <translation>内核脏页</translation>
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
      <source>Lay a structure in C over the bytes at the caret: its fields, coloured and edited</source>
      <extracomment>inspecting.structures</extracomment>
      <translation>把 C 结构套在光标处的字节上：字段着色并可编辑</translation>
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
      <source>List every hit</source>
      <extracomment>search.find_all</extracomment>
      <translation>列出每个命中</translation>
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
      <source>Live</source>
      <extracomment>preferences</extracomment>
      <translation>直接</translation>
    </message>
    <message>
      <source>Make bytes of Intel HEX, SREC, or what xxd, hexdump or od printed</source>
      <extracomment>exchange.import_bytes</extracomment>
      <translation>由 Intel HEX、SREC 或 xxd、hexdump、od 的输出得到字节</translation>
    </message>
    <message>
      <source>Map &amp;Layout</source>
      <extracomment>menu</extracomment>
      <translation>页图布局(&amp;L)</translation>
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
      <source>Map a part of a file: offset and length</source>
      <extracomment>files.open_window</extracomment>
      <translation>映射文件的一部分：偏移和长度</translation>
    </message>
    <message>
      <source>Map s&amp;cheme</source>
      <extracomment>preferences</extracomment>
      <translation>页图方案(&amp;C)</translation>
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
      <source>Mapped by a process</source>
      <extracomment>pages.walk_mapped</extracomment>
      <translation>被进程映射</translation>
    </message>
    <message>
      <source>Mean Byte</source>
      <extracomment>look.scheme_mean</extracomment>
      <translation>平均字节</translation>
    </message>
    <message>
      <source>Memory and Survey</source>
      <extracomment>preferences</extracomment>
      <translation>内存和扫描</translation>
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
      <source>More pages a cell</source>
      <extracomment>look.zoom_out</extracomment>
      <translation>每格更多的页</translation>
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
      <source>Name the selected bytes, or the place of the caret</source>
      <extracomment>bookmarks.add</extracomment>
      <translation>为所选字节或光标位置命名</translation>
    </message>
    <message>
      <source>New &amp;key:</source>
      <extracomment>shortcuts</extracomment>
      <translation>新按键(&amp;K)：</translation>
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
      <source>No Limit</source>
      <extracomment>preferences</extracomment>
      <translation>无限制</translation>
    </message>
    <message>
      <source>No disk space belongs to the page; it reads as zeros.</source>
      <extracomment>pages.walk_hole</extracomment>
      <translation>该页不占磁盘空间，读出来全是零。</translation>
    </message>
    <message>
      <source>No page has all these words.</source>
      <extracomment>help_window</extracomment>
      <translation>没有一页包含所有这些词。</translation>
    </message>
    <message>
      <source>Not all usual keys came back: “{command}” has one of them.</source>
      <extracomment>shortcuts</extracomment>
      <translation>默认按键没有全部恢复：“{command}”占用了其中一个。</translation>
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
      <source>Nothing is selected.</source>
      <extracomment>palette</extracomment>
      <translation>没有选择任何内容。</translation>
    </message>
    <message>
      <source>O&amp;perations</source>
      <extracomment>menu</extracomment>
      <translation>运算(&amp;P)</translation>
    </message>
    <message>
      <source>Octal</source>
      <extracomment>look.base_oct</extracomment>
      <translation>八进制</translation>
    </message>
    <message>
      <source>Of the state shown alone, else of the one chosen in the Pages menu (edited pages at first)</source>
      <extracomment>keys</extracomment>
      <translation>单独显示的状态的页，否则为“页”菜单中所选状态的页（最初为已编辑页）</translation>
    </message>
    <message>
      <source>Offset, page, selection and how much of the file is known. Click the offset to go elsewhere: 0xB40000, p12, 8Mi and +512 all work.</source>
      <extracomment>tour</extracomment>
      <translation>偏移、页、选区以及文件已知多少。单击偏移可转到别处：0xB40000、p12、8Mi 和 +512 都可以。</translation>
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
      <source>Open</source>
      <extracomment>palette_entries</extracomment>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open &amp;Demo File</source>
      <extracomment>files.demo</extracomment>
      <translation>打开演示文件(&amp;D)</translation>
    </message>
    <message>
      <source>Open &amp;Recent</source>
      <extracomment>menu</extracomment>
      <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
      <source>Open &amp;Window of File…</source>
      <extracomment>files.open_window</extracomment>
      <translation>打开文件的一部分(&amp;W)…</translation>
    </message>
    <message>
      <source>Open a file</source>
      <extracomment>files.open</extracomment>
      <translation>打开文件</translation>
    </message>
    <message>
      <source>Open documents in &amp;insert mode</source>
      <extracomment>preferences</extracomment>
      <translation>以插入模式打开文档(&amp;I)</translation>
    </message>
    <message>
      <source>Open the files of a session file, with their places and bookmarks</source>
      <extracomment>sessions.open</extracomment>
      <translation>打开会话文件中的文件及其位置和书签</translation>
    </message>
    <message>
      <source>Opened last</source>
      <extracomment>start_page</extracomment>
      <translation>最近打开</translation>
    </message>
    <message>
      <source>P&amp;ython Bytes</source>
      <extracomment>exchange.copy_python</extracomment>
      <translation>Python 字节(&amp;Y)</translation>
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
      <source>Pages of the preferences</source>
      <extracomment>preferences</extracomment>
      <translation>首选项的页面</translation>
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
      <source>Plays and pauses; 0 shows the whole time</source>
      <extracomment>keys</extracomment>
      <translation>播放和暂停；0 显示全部时间</translation>
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
      <source>Previous Page Changed by Others</source>
      <extracomment>go.previous_outside</extracomment>
      <translation>上一个被他人更改的页</translation>
    </message>
    <message>
      <source>Printable Share</source>
      <extracomment>look.scheme_printable</extracomment>
      <translation>可打印比例</translation>
    </message>
    <message>
      <source>R&amp;everse…</source>
      <extracomment>operations.reverse</extracomment>
      <translation>反转(&amp;E)…</translation>
    </message>
    <message>
      <source>Re&amp;move Keys</source>
      <extracomment>shortcuts</extracomment>
      <translation>移除按键(&amp;M)</translation>
    </message>
    <message>
      <source>Re&amp;vert Page</source>
      <extracomment>edits.revert</extracomment>
      <translation>还原页(&amp;V)</translation>
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
      <source>Reco&amp;ver…</source>
      <extracomment>files.recover</extracomment>
      <translation>恢复(&amp;V)…</translation>
    </message>
    <message>
      <source>Remove A&amp;ll Bookmarks</source>
      <extracomment>bookmarks.remove_all</extracomment>
      <translation>删除全部书签(&amp;L)</translation>
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
      <source>Replace what is found, one or all</source>
      <extracomment>search.replace</extracomment>
      <translation>替换找到的内容，一个或全部</translation>
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
      <source>Restore &amp;Defaults of This Page</source>
      <extracomment>preferences</extracomment>
      <translation>恢复此页的默认值(&amp;D)</translation>
    </message>
    <message>
      <source>Rotate B&amp;ytes…</source>
      <extracomment>operations.turn</extracomment>
      <translation>循环移动字节(&amp;Y)…</translation>
    </message>
    <message>
      <source>Rotate the bits of each unit to the left or to the right</source>
      <extracomment>operations.rotate</extracomment>
      <translation>把每个单元的位向左或向右循环移动</translation>
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
      <source>S&amp;hift…</source>
      <extracomment>compare.shift</extracomment>
      <translation>平移(&amp;H)…</translation>
    </message>
    <message>
      <source>S&amp;napshots…</source>
      <extracomment>memory.snapshots</extracomment>
      <translation>快照(&amp;N)…</translation>
    </message>
    <message>
      <source>S&amp;plit</source>
      <extracomment>menu</extracomment>
      <translation>拆分(&amp;P)</translation>
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
      <source>Save &amp;As…</source>
      <extracomment>files.save_as</extracomment>
      <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Save Selection &amp;As…</source>
      <extracomment>exchange.save_selection</extracomment>
      <translation>选区另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Save the map with its legend as PNG or SVG</source>
      <extracomment>exports.picture</extracomment>
      <translation>把页图和图例存为 PNG 或 SVG</translation>
    </message>
    <message>
      <source>Save the plots of the dock as PNG or SVG</source>
      <extracomment>statistics.save_plots</extracomment>
      <translation>把面板中的图存为 PNG 或 SVG</translation>
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
      <source>Saved here</source>
      <extracomment>pages.walk_saved</extracomment>
      <translation>在此保存</translation>
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
      <source>See and change every page of a file of any size</source>
      <extracomment>start_page</extracomment>
      <translation>查看并修改任意大小文件的每一页</translation>
    </message>
    <message>
      <source>Seen by us</source>
      <extracomment>pages.walk_seen</extracomment>
      <translation>我们读过</translation>
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
      <source>Select a range, then Fill, Write or Insert. Ctrl+Z takes everything back, step by step; Ctrl+S saves.</source>
      <extracomment>tour</extracomment>
      <translation>选择一个范围，然后填充、写入或插入。Ctrl+Z 逐步撤回一切；Ctrl+S 保存。</translation>
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
      <source>Sess&amp;ion</source>
      <extracomment>menu</extracomment>
      <translation>会话(&amp;I)</translation>
    </message>
    <message>
      <source>Set the length of the document</source>
      <extracomment>edits.resize</extracomment>
      <translation>设置文档长度</translation>
    </message>
    <message>
      <source>Shared blocks</source>
      <extracomment>pages.walk_shared</extracomment>
      <translation>共享块</translation>
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
      <source>Softer</source>
      <extracomment>palettes.use_soft</extracomment>
      <translation>柔和</translation>
    </message>
    <message>
      <source>Space checks and unchecks, Enter computes, Ctrl+C copies a value.</source>
      <extracomment>checksums</extracomment>
      <translation>空格键勾选或取消，Enter 键计算，Ctrl+C 复制一个值。</translation>
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
      <source>Statistics</source>
      <extracomment>dock</extracomment>
      <translation>统计</translation>
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
      <source>Stop comparing for now, or go on with it</source>
      <extracomment>compare.pause</extracomment>
      <translation>暂停比较，或继续比较</translation>
    </message>
    <message>
      <source>Stop reading pages for the map</source>
      <extracomment>look.pause</extracomment>
      <translation>停止为页图读取页</translation>
    </message>
    <message>
      <source>Stored through the mapping</source>
      <extracomment>pages.walk_stored</extracomment>
      <translation>通过映射存入</translation>
    </message>
    <message>
      <source>Strings</source>
      <extracomment>dock</extracomment>
      <translation>字符串</translation>
    </message>
    <message>
      <source>Structures</source>
      <extracomment>dock</extracomment>
      <translation>结构</translation>
    </message>
    <message>
      <source>Subtract a number from each unit of a range</source>
      <extracomment>operations.subtract</extracomment>
      <translation>从范围内每个单元减一个数</translation>
    </message>
    <message>
      <source>Swap &amp;Bytes…</source>
      <extracomment>operations.swap</extracomment>
      <translation>交换字节(&amp;B)…</translation>
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
      <source>Take unsaved edits of the selection or this page back</source>
      <extracomment>edits.revert</extracomment>
      <translation>撤回选区或本页未保存的编辑</translation>
    </message>
    <message>
      <source>Text &amp;encoding</source>
      <extracomment>preferences</extracomment>
      <translation>文本编码(&amp;E)</translation>
    </message>
    <message>
      <source>The Bytes</source>
      <extracomment>tour</extracomment>
      <translation>字节</translation>
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
      <source>The bookmark before</source>
      <extracomment>bookmarks.previous</extracomment>
      <translation>前一个书签</translation>
    </message>
    <message>
      <source>The bytes at the caret as numbers, times, characters and colours; edit them there</source>
      <extracomment>inspecting.values</extracomment>
      <translation>光标处的字节作为数字、时间、字符和颜色；可在那里编辑</translation>
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
      <source>The hit before</source>
      <extracomment>go.find_previous</extracomment>
      <translation>上一个命中</translation>
    </message>
    <message>
      <source>The keys of {count} commands were taken.</source>
      <extracomment>shortcuts</extracomment>
      <translation>已取用 {count} 个命令的按键。</translation>
    </message>
    <message>
      <source>The length of this document cannot change in this access mode.</source>
      <extracomment>palette</extracomment>
      <translation>在此访问方式下文档长度不能改变。</translation>
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
      <source>The shortcuts were exported.</source>
      <extracomment>shortcuts</extracomment>
      <translation>快捷键已导出。</translation>
    </message>
    <message>
      <source>The snapshots that are kept: compare, export, import, delete</source>
      <extracomment>memory.snapshots</extracomment>
      <translation>保留的快照：比较、导出、导入、删除</translation>
    </message>
    <message>
      <source>The texts in the selection, a page or the whole document</source>
      <extracomment>understand.strings</extracomment>
      <translation>选区、一页或整个文档中的文本</translation>
    </message>
    <message>
      <source>The window in seven steps, on the demo file</source>
      <extracomment>help.tour</extracomment>
      <translation>用演示文件分七步介绍窗口</translation>
    </message>
    <message>
      <source>There is no document; open one first.</source>
      <extracomment>palette</extracomment>
      <translation>没有文档；请先打开一个。</translation>
    </message>
    <message>
      <source>There is no file, or the system has no call for it.</source>
      <extracomment>palette</extracomment>
      <translation>没有文件，或系统没有相应的调用。</translation>
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
      <source>There is nothing to undo.</source>
      <extracomment>palette</extracomment>
      <translation>没有可撤销的操作。</translation>
    </message>
    <message>
      <source>These go to all open documents, and to those that are opened later.</source>
      <extracomment>preferences</extracomment>
      <translation>这些适用于所有打开的文档以及以后打开的文档。</translation>
    </message>
    <message>
      <source>This document has no file.</source>
      <extracomment>palette</extracomment>
      <translation>此文档没有文件。</translation>
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
      <source>This is a file of 16 MiB that was made to try things on: nothing can be broken here. Next goes on, Esc ends the tour; Help ▸ Tour brings it back.</source>
      <extracomment>tour</extracomment>
      <translation>这是一个 16 MiB 的文件，专供试用：在这里不会弄坏任何东西。“下一步”继续，Esc 结束导览；“帮助 ▸ 导览”可再次打开。</translation>
    </message>
    <message>
      <source>This is not possible now.</source>
      <extracomment>palette</extracomment>
      <translation>现在无法执行。</translation>
    </message>
    <message>
      <source>This is outside the document.</source>
      <extracomment>palette_entries</extracomment>
      <translation>这在文档之外。</translation>
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
      <source>Ti&amp;meline</source>
      <extracomment>pages.timeline</extracomment>
      <translation>时间线(&amp;M)</translation>
    </message>
    <message>
      <source>Timeline</source>
      <extracomment>dock</extracomment>
      <translation>时间线</translation>
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
      <source>To the bytes before that differ</source>
      <extracomment>compare.previous</extracomment>
      <translation>到上一处不同的字节</translation>
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
      <source>Tour</source>
      <extracomment>tour</extracomment>
      <translation>导览</translation>
    </message>
    <message>
      <source>Two-byte little-endian words, as od -x shows them</source>
      <extracomment>look.od</extracomment>
      <translation>两字节小端字，如 od -x 所示</translation>
    </message>
    <message>
      <source>Type a command, a recent file, or an offset such as 0x1F00, p12, +512</source>
      <extracomment>command_bar</extracomment>
      <translation>输入命令、最近的文件，或偏移如 0x1F00、p12、+512</translation>
    </message>
    <message>
      <source>Type another name for the bookmark at the caret; its other cells are beside it</source>
      <extracomment>bookmarks.rename</extracomment>
      <translation>为光标处的书签另起名称；其他栏在旁边</translation>
    </message>
    <message>
      <source>Type over the digits on the left or the letters on the right. Changed bytes get a colour, and their page gets a mark on the map. The file stays as it is until you save.</source>
      <extracomment>tour</extracomment>
      <translation>在左边的数字或右边的字母上直接输入。改动的字节会着色，其所在页在页图上有标记。保存之前文件保持原样。</translation>
    </message>
    <message>
      <source>Type, paste or load a definition in C and lay it at the caret</source>
      <extracomment>inspecting.define</extracomment>
      <translation>输入、粘贴或载入 C 定义，并套在光标处</translation>
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
      <source>Usual keys</source>
      <extracomment>shortcuts</extracomment>
      <translation>默认按键</translation>
    </message>
    <message>
      <source>Version and licence</source>
      <extracomment>help.about</extracomment>
      <translation>版本和许可证</translation>
    </message>
    <message>
      <source>Wait until what was written to the selected pages is on the disk</source>
      <extracomment>pages.flush</extracomment>
      <translation>等到写入所选页的内容到达磁盘</translation>
    </message>
    <message>
      <source>Watch &amp;Reads and Writes</source>
      <extracomment>watching.reads</extracomment>
      <translation>监视读和写(&amp;R)</translation>
    </message>
    <message>
      <source>Welcome</source>
      <extracomment>tour</extracomment>
      <translation>欢迎</translation>
    </message>
    <message>
      <source>What Is This</source>
      <extracomment>dock</extracomment>
      <translation>这是什么</translation>
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
      <source>What is chosen here is applied at once.</source>
      <extracomment>preferences</extracomment>
      <translation>此处的选择立即生效。</translation>
    </message>
    <message>
      <source>What it does</source>
      <extracomment>shortcuts</extracomment>
      <translation>作用</translation>
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
      <source>When pages were touched, played back on the map</source>
      <extracomment>pages.timeline</extracomment>
      <translation>页何时被触及，在页图上回放</translation>
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
      <source>Which byte of a group comes first</source>
      <extracomment>preferences</extracomment>
      <translation>组中哪个字节在前</translation>
    </message>
    <message>
      <source>Which colours the map has</source>
      <extracomment>preferences</extracomment>
      <translation>页图用哪些颜色</translation>
    </message>
    <message>
      <source>Which keys give which command</source>
      <extracomment>settings.shortcuts</extracomment>
      <translation>哪些键执行哪个命令</translation>
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
      <source>Windows (CP1252)</source>
      <extracomment>look.encoding_cp1252</extracomment>
      <translation>Windows (CP1252)</translation>
    </message>
    <message>
      <source>With &amp;File…</source>
      <extracomment>compare.with_file</extracomment>
      <translation>与文件(&amp;F)…</translation>
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
      <source>With S&amp;napshot…</source>
      <extracomment>compare.with_snapshot</extracomment>
      <translation>与快照(&amp;N)…</translation>
    </message>
    <message>
      <source>With Shift selects; with Ctrl by group and to the ends</source>
      <extracomment>keys</extracomment>
      <translation>加 Shift 选择；加 Ctrl 按组移动或到两端</translation>
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
      <source>Write &amp;Offsets As</source>
      <extracomment>menu</extracomment>
      <translation>偏移写作(&amp;O)</translation>
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
      <source>Write the unsaved edits, or what differs from another file, as an edit script, BPS or IPS</source>
      <extracomment>exchange.export_patch</extracomment>
      <translation>把未保存的编辑或与另一文件的差异写为编辑脚本、BPS 或 IPS</translation>
    </message>
    <message>
      <source>Write what changed to the file and flush it</source>
      <extracomment>files.save</extracomment>
      <translation>把改动写入文件并刷到磁盘</translation>
    </message>
    <message>
      <source>Write which files are open, their places, looks and bookmarks, and the docks to a session file</source>
      <extracomment>sessions.save_as</extracomment>
      <translation>把打开的文件及其位置、外观、书签和停靠面板写入会话文件</translation>
    </message>
    <message>
      <source>Written by a process</source>
      <extracomment>pages.walk_written</extracomment>
      <translation>被进程写入</translation>
    </message>
    <message>
      <source>Z-Order</source>
      <extracomment>look.layout_zorder</extracomment>
      <translation>Z 序</translation>
    </message>
    <message>
      <source>Zero Share</source>
      <extracomment>look.scheme_zeros</extracomment>
      <translation>零的比例</translation>
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
      <source>cannot be read</source>
      <extracomment>byte_rows</extracomment>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>not read yet</source>
      <extracomment>byte_rows</extracomment>
      <translation>尚未读取</translation>
    </message>
    <message>
      <source>the file does not say which machine: choose it above</source>
      <extracomment>disassembly</extracomment>
      <translation>文件未说明是哪种机器：请在上方选择</translation>
    </message>
    <message>
      <source>{checksum} copied.</source>
      <extracomment>checksums</extracomment>
      <translation>已复制 {checksum}。</translation>
    </message>
    <message>
      <source>{key} is the key of “{command}”. Take it away there, or press another key.</source>
      <extracomment>shortcuts</extracomment>
      <translation>{key} 是“{command}”的按键。请从那里取走，或按另一个键。</translation>
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
  </context>
</TS>

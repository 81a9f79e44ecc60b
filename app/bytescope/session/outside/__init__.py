"""What other programs do to the open file: noticed, compared, shown beside ours."""

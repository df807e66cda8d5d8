"""Text → terms; the only module that imports jieba."""

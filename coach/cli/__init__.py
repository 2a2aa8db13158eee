"""The command line: commands, line mode, the only writers of stdout and stderr."""

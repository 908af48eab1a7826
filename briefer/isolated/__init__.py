"""Work done in a child process that may crash, hang or be cancelled.

`running` is the parent's side, `child` the other, `wire` what they say to each other. A function is
handed over by name, so that a parser of strangers' files is never loaded into the program itself.
"""

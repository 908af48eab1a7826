"""Work done in a child process that may crash, hang or be cancelled."""

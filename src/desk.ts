// Every behaviour of the desk; pages of the portal do without.

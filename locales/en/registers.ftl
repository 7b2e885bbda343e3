# Who has looked me up.

access-title = Who has looked me up
access-lead = So that you fill in less and bring fewer documents, records that departments already keep are read for your cases. Each time leaves a line here, and you can look at it whenever you like.
access-none = Nobody has read your data yet.
access-at = Time
access-register = Record that was read
access-fields = What was read
access-purpose = What for
access-case = For which case
access-complain = If you think that a line should not be here, call 12345. We will look into it and answer you.
purpose-prefill = To fill in the application form

//! Named limits of the foundation, each with its reason. Limits of one feature stand in that
//! feature.

use std::time::Duration;

/// Use cases that share one commit on SQLite. A durable commit costs about 3 ms on a plain disk, so
/// 64 of them make thousands of submissions a second; more would only make the first one wait.
pub const WRITE_BATCH: usize = 64;

/// Use cases that may wait for the SQLite writer. Beyond it a caller waits at the door, see
/// [`WRITE_PATIENCE`].
pub const WRITE_QUEUE: usize = 1024;

/// How long a use case waits for a place in the queue of the writer before it fails. A reader who
/// has waited five seconds has given up or pressed the button again.
pub const WRITE_PATIENCE: Duration = Duration::from_secs(5);

/// How long one use case may hold a transaction. The longest are imports of a few thousand rows.
pub const WORK_TIME: Duration = Duration::from_secs(30);

/// Connections that read SQLite. Reading is work of the processor, so a few for each core are
/// enough.
pub const SQLITE_READERS: u32 = 8;

/// How long SQLite waits for a lock that another process holds, such as a backup.
pub const SQLITE_BUSY: Duration = Duration::from_secs(5);

/// Connections to PostgreSQL from one node; a default server allows 100 for all nodes together.
pub const POSTGRES_CONNECTIONS: u32 = 20;

/// How long a caller waits for a free connection.
pub const ACQUIRE_TIME: Duration = Duration::from_secs(5);

/// Jobs that one worker carries out at once. Most wait for a mail server, not for the processor.
pub const JOBS_AT_ONCE: usize = 8;

/// How long a worker owns a job. Afterwards it counts as crashed and another takes the job.
pub const JOB_LEASE: Duration = Duration::from_secs(60);

/// How long one try of a job may run: less than [`JOB_LEASE`], so that no job ever runs twice at
/// the same time.
pub const JOB_TIME: Duration = Duration::from_secs(45);

/// Tries of a job before it is dead and waits for a person; with the pauses that is about an hour
/// and a half.
pub const JOB_ATTEMPTS: i32 = 10;

/// Longest pause between two tries of a job.
pub const JOB_BACK_OFF_MAX: Duration = Duration::from_secs(3600);

/// How often a worker looks for jobs that nobody told it about: those of other nodes, and those
/// whose pause has ended.
pub const JOB_POLL: Duration = Duration::from_secs(2);

/// How long a stopping worker waits for the jobs in its hands.
pub const JOB_DRAIN: Duration = Duration::from_secs(30);

/// Days that finished jobs are kept. Their effect keys guard against a second effect, which could
/// only come from a repeated request, and nobody repeats one after three months.
pub const JOB_KEEP_DAYS: i64 = 90;

/// How often periodic work runs.
pub const SCHEDULE_EVERY: Duration = Duration::from_secs(60);

/// How often a node looks whether another has published something. Pages have to be fresh within a
/// second.
pub const PUBLICATION_POLL: Duration = Duration::from_millis(300);

/// How long the mail server may take for one message.
pub const SMTP_TIME: Duration = Duration::from_secs(20);

/// How long the gateway of text messages may take for one.
pub const SMS_TIME: Duration = Duration::from_secs(10);

/// Mails that the development page lists, newest first.
pub const MAILS_LISTED: usize = 200;

/// Largest mail file that the development page reads, in bytes; our own are a few hundred.
pub const MAIL_FILE_BYTES: u64 = 256 * 1024;

/// Different unknown text keys that are remembered; each is a mistake of ours, so a handful is the
/// normal case, and the limit only guards the memory.
pub const MISSING_TEXTS: usize = 1000;

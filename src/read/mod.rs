//! `rolecall read`: each statement as a plain sentence, in English or Chinese.

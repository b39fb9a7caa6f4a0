#pragma once

// True in a build with the sanitizers. There a test takes about five times as long and looks for faults of memory,
// which show in a part of the rounds that the other builds go through.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

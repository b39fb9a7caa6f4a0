// The speech service as a process.
#pragma once

#include <string>

namespace anteroom::platform {

// Kills the speech service that listens at `path`, and returns true once it has gone, half a second later at most.
// Its modules end by themselves when they find that out. False if nobody listens there who runs as the same user and
// by the name of speech-dispatcher: nothing else is ever killed.
bool end_speech_service(const std::string& path);

}  // namespace anteroom::platform

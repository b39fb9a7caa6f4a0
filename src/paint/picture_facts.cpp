#include "paint/picture_facts.h"

#include <optional>

#include "decode/reply.h"
#include "paint/decoder_run.h"
#include "paint/drawing_run.h"
#include "paint/picture_file.h"

namespace anteroom::paint {

decode::PictureFacts find_facts(const FactsFinder& by, const std::string& bytes, const decode::Request& request) {
  const std::string key = by.maker + "facts " + Drawing{content_hash(bytes), 0, 0, *request.facts, {}}.key();
  const std::string key_of_none = key + " within " + std::to_string(request.cpu_s) + " s";
  for (const std::string& each : {key, key_of_none}) {
    const std::optional<std::string> kept = by.store.find(each);
    if (std::optional<decode::Reply> reply = kept ? decode::reply_from(*kept) : std::nullopt; reply && reply->facts) {
      return *reply->facts;
    }
  }
  if (std::chrono::steady_clock::now() >= by.latest) {
    decode::PictureFacts facts;
    facts.fault = "is not measured yet";
    return facts;
  }
  DecoderRun run(by.program, bytes, request, by.time);
  const decode::Reply reply = run.wait(by.latest);
  if (run.is_final() && by.keeps) by.store.keep(reply.facts->fault.empty() ? key : key_of_none, to_bytes(reply));
  return *reply.facts;
}

}  // namespace anteroom::paint

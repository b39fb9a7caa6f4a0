// Names as a program needs them, made from those that people write.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::source {

// `name` as an id (is_id): "Meine Zähne" -> "meine-zahne"; `otherwise` if nothing of it can be in one.
std::string id_of(std::string_view name, const std::string& otherwise);

// `tag` with its letters as BCP 47 writes them: "FR" -> "fr", "zh-hans-cn" -> "zh-Hans-CN". Anything that is not a tag
// keeps its other characters.
std::string canonical_tag(std::string_view tag);

// The tag under which ICU knows the language `tag` (BCP 47): "de" for "deu", "he" for "iw", "pt-BR" for itself. `tag`
// if ICU does not know it.
std::string preferred_tag(std::string_view tag);

// The region of a language tag or a POSIX locale: "CA" of "fr-CA" and of "en_CA.UTF-8"; empty if it names none.
std::string region_of(std::string_view tag);

}  // namespace anteroom::source

// The words around a place in a text, and which of them say something by themselves (content words: all but
// language/function_words.h).
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace anteroom::language {

// True if one of the words of `utf8` in `language` is a content word.
bool has_content_word(std::string_view utf8, const std::string& language);

// [begin, end) of `text`, in UTF-16 units, with the word before and the one after, and further words until one of them
// is a content word; none behind the next mark, and no function words at its end. Nothing if no content word stands
// there. In languages written without spaces the words are those of ICU's dictionary.
std::optional<std::pair<std::int32_t, std::int32_t>> context_of(const icu::UnicodeString& text,
                                                                const std::string& language, std::int32_t begin,
                                                                std::int32_t end);

}  // namespace anteroom::language

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace duibiao {

/// What an error means to a caller; the command line's exit code follows from it.
enum class Category : std::uint8_t {
    Negative, ///< the answer is "no": lint findings, verification failed
    Usage,    ///< the request itself is wrong
    Input,    ///< something given could not be read or understood
    Output,   ///< something asked for could not be written
    Internal, ///< a promise of ours is broken
};

/// One kind of failure. Kinds are constants declared beside the module that reports them and compared by
/// identity. `message` is the English sentence with `{name}` placeholders; it is the key for translation.
struct ErrorKind {
    std::string_view id; ///< stable, kebab case, shown in `--json`
    Category category;
    std::string_view message;
};

/// Declares a kind. A function, so that xgettext finds the message (keyword errorKind:3).
consteval ErrorKind errorKind(std::string_view id, Category category, std::string_view message) {
    return {id, category, message};
}

/// A position in a text file; line and column count from 1, columns in Unicode characters.
/// `path` is the element path within the file, such as /checklist/section[2]/item[7], or empty.
struct TextPlace {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string path;
    bool operator==(const TextPlace&) const = default;
};

/// A cell of a workbook, such as sheet "打分表", cell "D17".
struct CellPlace {
    std::string file;
    std::string sheet;
    std::string cell;
    bool operator==(const CellPlace&) const = default;
};

/// A member of a package, such as document.xml in a.duibiao. `member` is empty for the package itself.
struct MemberPlace {
    std::string package;
    std::string member;
    bool operator==(const MemberPlace&) const = default;
};

using Place = std::variant<std::monostate, TextPlace, CellPlace, MemberPlace>;

/// Names and values for the placeholders of a message.
using Arguments = std::vector<std::pair<std::string, std::string>>;

/// An expected failure as a value. Words for people are made at the edge, see messages.h.
class Error {
public:
    explicit Error(const ErrorKind& kind, Arguments arguments = {}, Place place = {});
    // Out of line: failing is the rare path, and g++ 12 warns wrongly about the inlined variant.
    Error(const Error&);
    Error(Error&&) noexcept;
    Error& operator=(const Error&);
    Error& operator=(Error&&) noexcept;
    ~Error();

    [[nodiscard]] const ErrorKind& kind() const { return *kind_; }
    [[nodiscard]] bool is(const ErrorKind& kind) const { return kind_ == &kind; }
    [[nodiscard]] const Arguments& arguments() const { return arguments_; }
    [[nodiscard]] const Place& place() const { return place_; }

    /// The same failure with a place, for a caller that knows more about where it happened.
    [[nodiscard]] Error at(Place place) const { return Error(*kind_, arguments_, std::move(place)); }

    bool operator==(const Error&) const = default;

private:
    const ErrorKind* kind_;
    Arguments arguments_;
    Place place_;
};

} // namespace duibiao

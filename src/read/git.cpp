#include "read/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>

#include "base/files.h"

namespace rutter {
namespace {

// What `git cat-file --batch` answers for one object: https://git-scm.com/docs/git-cat-file#_batch_output
struct Found {
  std::string id;
  std::string type;  // "blob", "tree"
  std::string_view content;
};

class Git {
 public:
  Git(std::string folder, Diagnostics& diagnostics) : folder_(std::move(folder)), diagnostics_(diagnostics) {}

  // Runs git; false, and an error, when it cannot be started.
  bool run(std::vector<std::string> arguments, std::string_view input, Output& output) {
    std::vector<std::string> command = {"git", "-C", folder_.empty() ? "." : folder_};
    command.insert(command.end(), std::make_move_iterator(arguments.begin()),
                   std::make_move_iterator(arguments.end()));
    std::string error;
    auto result = run_program(command, input, error);
    if (!result) {
      diagnostics_.error({}, error, "git");
      return false;
    }
    output = std::move(*result);
    return true;
  }

  void fail(std::string_view name, std::string_view reason) {
    diagnostics_.error({}, fmt::format("{}: {}", name, reason), "git");
  }

 private:
  std::string folder_;
  Diagnostics& diagnostics_;
};

// Takes the first answer off `rest`; nothing: the object is missing or the answer is cut short.
std::optional<Found> next(std::string_view& rest) {
  const auto line_end = rest.find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, line_end);
  rest.remove_prefix(line_end + 1);
  const auto last = line.rfind(' ');
  if (last == std::string_view::npos || last == 0) return std::nullopt;
  const auto before = line.rfind(' ', last - 1);
  if (before == std::string_view::npos) return std::nullopt;
  std::size_t size = 0;
  const std::string_view digits = line.substr(last + 1);
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (problem != std::errc() || end != digits.data() + digits.size() || rest.size() < size + 1)
    return std::nullopt;
  Found found{std::string(line.substr(0, before)), std::string(line.substr(before + 1, last - before - 1)),
              rest.substr(0, size)};
  rest.remove_prefix(size + 1);
  return found;
}

// One line of `git ls-tree -r -z`: "mode type id\tpath".
struct Leaf {
  std::string mode, id, path;
};

std::vector<Leaf> leaves(std::string_view listing) {
  std::vector<Leaf> out;
  while (!listing.empty()) {
    const std::string_view row = listing.substr(0, listing.find('\0'));
    listing.remove_prefix(std::min(row.size() + 1, listing.size()));
    const auto tab = row.find('\t');
    const auto first = row.find(' ');
    const auto second = row.find(' ', first + 1);
    if (tab == std::string_view::npos || second == std::string_view::npos) continue;
    out.push_back({std::string(row.substr(0, first)), std::string(row.substr(second + 1, tab - second - 1)),
                   std::string(row.substr(tab + 1))});
  }
  std::sort(out.begin(), out.end(), [](const Leaf& a, const Leaf& b) { return a.path < b.path; });
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> read_git(const std::string& revision,
                                                          const std::string& path, Diagnostics& diagnostics) {
  const std::string name = fmt::format("git:{}:{}", revision, path);
  // The folder of the path, so that a file of another repository is found there; what is no longer there is looked for
  // from here, and from the top of the repository.
  const std::filesystem::path whole(path);
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(whole, ignored);
  const std::string inside = folder ? path : whole.parent_path().string();
  const bool exists = !inside.empty() && std::filesystem::is_directory(inside, ignored);
  Git git(exists ? inside : "", diagnostics);
  if (revision.empty() || path.empty() || revision.front() == '-' || name.find('\n') != std::string::npos) {
    git.fail(name, "the form is git:REV:PATH");
    return {};
  }
  std::vector<std::string> wishes;
  if (exists)
    wishes.push_back(fmt::format("{}:./{}", revision, folder ? "" : whole.filename().string()));
  else
    wishes.push_back(fmt::format("{}:./{}", revision, path));
  wishes.push_back(fmt::format("{}:{}", revision, path));

  Output output;
  std::optional<Found> found;
  for (const std::string& wish : wishes) {
    if (!git.run({"cat-file", "--batch"}, wish + "\n", output)) return {};
    if (output.status != 0) {
      std::string_view reason = output.err;
      reason = reason.substr(0, reason.find('\n'));
      if (reason.starts_with("fatal: ")) reason.remove_prefix(7);
      git.fail(name, reason);
      return {};
    }
    std::string_view rest = output.out;
    found = next(rest);
    if (found) break;
  }
  if (!found) {
    git.fail(name, "there is no such revision, or no such path in it");
    return {};
  }
  if (found->type == "blob") return {{name, std::string(found->content)}};
  if (found->type != "tree") {
    git.fail(name, fmt::format("is a {}, neither a file nor a folder", found->type));
    return {};
  }

  Output listing;
  if (!git.run({"ls-tree", "-r", "-z", "--full-tree", found->id}, "", listing)) return {};
  std::string wanted;
  std::vector<std::string> names;
  for (const Leaf& leaf : leaves(listing.out)) {
    if (!leaf.path.ends_with(".sql")) continue;
    const std::string full = fmt::format("{}{}{}", name, name.ends_with('/') ? "" : "/", leaf.path);
    if (leaf.mode == "120000") {
      git.fail(full, "is a symbolic link, which is not followed in a revision");
      continue;
    }
    wanted += leaf.id + "\n";
    names.push_back(full);
  }
  if (names.empty()) {
    git.fail(name, "there is no *.sql in this folder");
    return {};
  }
  Output contents;
  if (!git.run({"cat-file", "--batch"}, wanted, contents)) return {};
  std::string_view rest = contents.out;
  std::vector<std::pair<std::string, std::string>> files;
  for (std::string& file : names) {
    const auto content = next(rest);
    if (!content) {
      git.fail(file, "git does not give its content");
      return {};
    }
    files.emplace_back(std::move(file), std::string(content->content));
  }
  return files;
}

}  // namespace rutter

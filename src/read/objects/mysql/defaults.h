// Defaults of columns in one spelling: a literal as the type keeps it ('1.00', '2020-01-01 00:00:00'), CURRENT_TIMESTAMP, or an
// expression in parentheses.
#pragma once

#include <string>

#include "model/object.h"
#include "plan/dialect.h"
#include "read/grammar.h"
#include "read/objects/mysql/types.h"

namespace rutter::objects::mysql {

void complete_default(Object& column, const Engine& engine, const Dialect& dialect,
                      const GrammarPtr& grammar);

}  // namespace rutter::objects::mysql

#include "gui/app/app.h"

wxIMPLEMENT_APP(duibiao::gui::App);

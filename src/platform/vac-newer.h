/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For a file that uses what newer versions of GTK and libadwaita have, behind a check of the
 * version that it is built with. It includes this before their headers; everywhere else, using
 * what the oldest supported version lacks does not compile. */
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED

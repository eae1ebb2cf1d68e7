/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-paper"

#include "config.h"

#include <gmodule.h>

#include "vac-characters.h"
#include "vac-chart-picture.h"
#include "vac-cli-beside.h"
#include "vac-fit.h"
#include "vac-pdf.h"
#include "vac-type-own.h"

/*
 * Linked in the usual way, what draws pages and the thirty libraries that it needs would be a third
 * of what a start of the program costs, and few runs draw any. So here are the functions of the
 * layer that the command line calls, and each calls the one of its name in a module that has the
 * whole layer. A function of it that is called and is not here does not link: it is there twice.
 */

#define PAPER_FUNCTIONS(FUNCTION)                                                                  \
  FUNCTION (vac_chart_draw_png)                                                                    \
  FUNCTION (vac_fit_find)                                                                          \
  FUNCTION (vac_fit_say)                                                                           \
  FUNCTION (vac_fit_say_lines)                                                                     \
  FUNCTION (vac_paper_get_n_pages)                                                                 \
  FUNCTION (vac_paper_new)                                                                         \
  FUNCTION (vac_paper_set_outline)                                                                 \
  FUNCTION (vac_pdf_write)                                                                         \
  FUNCTION (vac_type_ask_fonts)                                                                    \
  FUNCTION (vac_type_own_use)

typedef struct
{
#define MEMBER(name) __typeof__ (name) *name;
  PAPER_FUNCTIONS (MEMBER)
#undef MEMBER
} Paper;

static GModule *
open_module (void)
{
  g_autofree char *path = vac_cli_find_beside ("vacancy-paper.so");
  GModule *module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    g_error ("%s", g_module_error ());
  /* Its types are registered for as long as the program runs. */
  g_module_make_resident (module);

  return module;
}

static Paper *
load (void)
{
  GModule *module = open_module ();
  Paper *paper = g_new0 (Paper, 1);

#define TAKE(name)                                                                                 \
  if (!g_module_symbol (module, #name, (gpointer *) &paper->name))                                 \
    g_error ("%s", g_module_error ());
  PAPER_FUNCTIONS (TAKE)
#undef TAKE
  paper->vac_type_own_use ();

  return paper;
}

/* Any thread may ask. */
static const Paper *
get_paper (void)
{
  static Paper *paper;

  if (g_once_init_enter (&paper))
    g_once_init_leave (&paper, load ());

  return paper;
}

GBytes *
vac_chart_draw_png (VacChart *chart, const char *language, double width)
{
  return get_paper ()->vac_chart_draw_png (chart, language, width);
}

void
vac_fit_find (VacFit *self, VacPaper *paper)
{
  get_paper ()->vac_fit_find (self, paper);
}

char *
vac_fit_say (const VacFit *self, VacFitWay way)
{
  return get_paper ()->vac_fit_say (self, way);
}

char *
vac_fit_say_lines (const VacFit *self)
{
  return get_paper ()->vac_fit_say_lines (self);
}

guint
vac_paper_get_n_pages (VacPaper *self)
{
  return get_paper ()->vac_paper_get_n_pages (self);
}

VacPaper *
vac_paper_new (const VacPageSetup *setup)
{
  return get_paper ()->vac_paper_new (setup);
}

void
vac_paper_set_outline (VacPaper *self, VacOutline *outline)
{
  get_paper ()->vac_paper_set_outline (self, outline);
}

GBytes *
vac_pdf_write (VacDocument             *document,
               VacOutline              *outline,
               const VacExportOptions  *options,
               GError                 **error)
{
  return get_paper ()->vac_pdf_write (document, outline, options, error);
}

gboolean
vac_type_ask_fonts (gunichar character)
{
  return get_paper ()->vac_type_ask_fonts (character);
}

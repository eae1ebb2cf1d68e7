/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-mark-menu"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-finding.h"
#include "vac-mark-menu.h"
#include "vac-spelling.h"

/* What the menu of a text offers for a word that is marked. */

/* A menu is to be read at a glance. */
#define MOST_FINDINGS    2
#define MOST_SUGGESTIONS 5
#define LONGEST          48

/* Returns: (transfer full): @text as a label without mnemonic, not too long for a menu */
static char *
make_label (const char *text)
{
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; *text != '\0'; text = g_utf8_next_char (text), i++)
    if (i == LONGEST)
      {
        g_string_append (label, "…");
        break;
      }
    else if (*text == '_')
      g_string_append (label, "__");
    else
      g_string_append_unichar (label, g_utf8_get_char (text));

  return g_strdup (label->str);
}

static gboolean
is_at (const VacFinding *finding,
       gsize             position)
{
  return finding->length > 0 && finding->start <= position &&
         position <= finding->start + finding->length;
}

/* How a word would be spelled is looked up for whoever asks. */
static VacFinding *
copy (const VacFinding *finding,
      const char       *language)
{
  VacFinding *mine = vac_finding_copy (finding);

  if (mine->group == VAC_FINDING_SPELLING && mine->suggestions == NULL && mine->words != NULL)
    mine->suggestions = vac_spelling_suggest (language, mine->words);

  return mine;
}

/*
 * vac_mark_menu_choose:
 * @findings: (nullable) (element-type VacFinding): what was found in a text
 * @position: where in it the caret is, in bytes
 * @language: the language of the text
 *
 * Returns: (transfer full) (element-type VacFinding): copies of what is said of that place, the
 *   shortest span first
 */
GPtrArray *
vac_mark_menu_choose (GPtrArray  *findings,
                      gsize       position,
                      const char *language)
{
  GPtrArray *chosen = vac_finding_array_new ();

  for (guint i = 0; findings != NULL && i < findings->len && chosen->len < MOST_FINDINGS; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);
      const VacFinding *first = chosen->len > 0 ? g_ptr_array_index (chosen, 0) : NULL;

      if (is_at (finding, position))
        g_ptr_array_insert (chosen, first != NULL && finding->length < first->length ? 0 : -1,
                            copy (finding, language));
    }

  return chosen;
}

static GMenu *
make_suggestions (const VacFinding *finding,
                  guint             number)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; finding->suggestions != NULL && finding->suggestions[i] != NULL &&
                    i < MOST_SUGGESTIONS; i++)
    {
      const char *text = finding->suggestions[i];
      g_autofree char *label = *text != '\0' ? make_label (text) : g_strdup (_("Take Out"));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "mark.take", "(uu)", number, i);
      g_menu_append_item (menu, item);
    }

  return menu;
}

static void
append_action (GMenu      *menu,
               const char *label,
               const char *action,
               guint       number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", number);
  g_menu_append_item (menu, item);
}

static void
append_finding (GMenu            *menu,
                const VacFinding *finding,
                guint             number,
                gboolean          read_only)
{
  g_autoptr (GMenu) section = read_only ? g_menu_new () : make_suggestions (finding, number);
  g_autoptr (GMenu) ignore = g_menu_new ();
  g_autofree char *title = make_label (finding->sentence);

  if (!read_only)
    {
      append_action (ignore, _("Ignore _Here"), "mark.ignore-here", number);
      append_action (ignore, _("Ignore in This _Posting"), "mark.ignore-rule", number);
    }
  append_action (ignore, _("Ignore _Always"), "mark.ignore-always", number);
  g_menu_append_submenu (section, _("_Ignore"), G_MENU_MODEL (ignore));
  g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

/*
 * vac_mark_menu_new:
 * @findings: (element-type VacFinding): what is said of a place
 * @read_only: whether the posting cannot be changed
 *
 * Returns: (transfer full): a section for each of them, with the actions mark.take,
 *   mark.ignore-here, mark.ignore-rule and mark.ignore-always
 */
GMenu *
vac_mark_menu_new (GPtrArray *findings,
                   gboolean   read_only)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < findings->len; i++)
    append_finding (menu, g_ptr_array_index (findings, i), i, read_only);

  return menu;
}

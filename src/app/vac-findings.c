/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-findings"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-dialog.h"
#include "vac-findings.h"
#include "vac-review-item.h"
#include "vac-severity-look.h"

/* What is wrong with a posting that is about to leave the program, as rows that lead to the place.
 * Nothing keeps anybody from going on. */

/* A boxed list of more rows takes noticeable time. */
#define MOST_ROWS 50

/* Where a row leads. */
typedef struct
{
  GtkWindow       *parent;   /* borrowed: the dialog goes with it */
  VacShowSpanFunc  show;
  VacNode         *node;     /* owned */
  gsize            start;    /* in bytes of its text */
  gsize            length;
} Place;

static void
place_free (gpointer  data,
            GClosure *closure)
{
  Place *place = data;

  g_object_unref (place->node);
  g_free (place);
}

static void
on_finding_activated_cb (AdwActionRow *row,
                         gpointer      user_data)
{
  const Place *place = user_data;
  g_autoptr (VacNode) node = g_object_ref (place->node);
  g_autoptr (GtkWindow) parent = g_object_ref (place->parent);
  const gsize start = place->start, length = place->length;
  VacShowSpanFunc show = place->show;

  gtk_widget_activate_action (GTK_WIDGET (row), "window.close", NULL);
  show (parent, node, start, length);
}

static GtkWidget *
create_row (GtkWindow        *parent,
            VacShowSpanFunc   show,
            const VacFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new ();
  Place *place;

  vac_severity_show (finding->severity, GTK_IMAGE (icon));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  place = g_new0 (Place, 1);
  place->parent = parent;
  place->show = show;
  place->node = g_object_ref (finding->node);
  place->start = finding->start;
  place->length = finding->length;
  g_signal_connect_data (row, "activated", G_CALLBACK (on_finding_activated_cb), place,
                         place_free, 0);

  return row;
}

static gboolean
is_grave (const VacFinding *finding)
{
  return finding->severity == VAC_SEVERITY_ERROR || finding->severity == VAC_SEVERITY_LEGAL;
}

/* A fact that is missing or wrong is so for job boards as well: it is listed once. */
static gboolean
is_said (GPtrArray        *findings,
         const VacFinding *finding)
{
  for (guint i = 0; finding->group == VAC_FINDING_BOARDS && i < findings->len; i++)
    {
      const VacFinding *other = g_ptr_array_index (findings, i);

      if (other->group == VAC_FINDING_FACTS && other->node == finding->node && is_grave (other))
        return TRUE;
    }

  return FALSE;
}

/* How bad it is, in words beside the icon, and which words of the posting it is about. */
static void
describe (GtkWidget        *row,
          VacDocument      *document,
          const VacFinding *finding)
{
  g_autoptr (VacReviewItem) item = vac_review_item_new (document, finding);
  const char *level = vac_severity_get_label (finding->severity);
  const char *place = vac_review_item_get_place (item);
  g_autofree char *text = g_strdup_printf ("%s · %s%s%s", level, vac_review_item_get_title (item),
                                           *place != '\0' ? " · " : "", place);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
}

static GtkWidget *
create_rest (guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf (ngettext ("%u more is in the review",
                                                     "%u more are in the review", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);

  return row;
}

/**
 * vac_findings_count_grave:
 * @findings: (element-type VacFinding): what was found in a posting
 *
 * Returns: how many of them are errors or break a legal rule, each place with a wrong fact once
 */
guint
vac_findings_count_grave (GPtrArray *findings)
{
  guint n = 0;

  g_return_val_if_fail (findings != NULL, 0);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      n += is_grave (finding) && !is_said (findings, finding);
    }

  return n;
}

/**
 * vac_findings_add_grave:
 * @page: takes them, below what it has
 * @parent: the window of the posting
 * @document: the posting
 * @findings: (element-type VacFinding): what was found in it, the worst first
 * @show: goes to a place in @parent
 *
 * Adds rows for errors and broken legal rules, each with its sentence, that lead to their places.
 *
 * Returns: (transfer none) (nullable): the group of them; %NULL when there are none
 */
GtkWidget *
vac_findings_add_grave (AdwPreferencesPage *page,
                        GtkWindow          *parent,
                        VacDocument        *document,
                        GPtrArray          *findings,
                        VacShowSpanFunc     show)
{
  const guint n_grave = vac_findings_count_grave (findings);
  GtkWidget *group;
  guint n_rows = 0;

  if (n_grave == 0)
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Errors and Legal Rules"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group), _("You can go on all the same. A row leads to its place."));
  for (guint i = 0; i < findings->len && n_rows < MOST_ROWS; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);
      GtkWidget *row;

      if (!is_grave (finding) || is_said (findings, finding))
        continue;
      row = create_row (parent, show, finding);
      describe (row, document, finding);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      n_rows++;
    }
  if (n_rows < n_grave)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_rest (n_grave - n_rows));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));

  return group;
}

/* Returns: (nullable): a list of the lesser findings of a group; %NULL when there are none */
static GtkWidget *
create_group (GtkWindow       *parent,
              VacShowSpanFunc  show,
              GPtrArray       *findings,
              VacFindingGroup  which)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      if (finding->group != which || is_grave (finding))
        continue;
      if (group == NULL)
        group = adw_preferences_group_new ();
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (parent, show, finding));
    }
  if (group != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                     vac_finding_group_get_label (which));

  return group;
}

/**
 * vac_findings_add_lesser:
 * @page: takes them, below what it has
 * @parent: the window of the posting
 * @findings: (element-type VacFinding): what was found in it
 * @show: goes to a place in @parent
 *
 * Adds rows for what else the posting lacks, under a heading for each group of findings. What is to
 * be said of its texts is left to the review.
 */
void
vac_findings_add_lesser (AdwPreferencesPage *page,
                         GtkWindow          *parent,
                         GPtrArray          *findings,
                         VacShowSpanFunc     show)
{
  static const VacFindingGroup groups[] = {
    VAC_FINDING_FACTS, VAC_FINDING_STRUCTURE, VAC_FINDING_PAY, VAC_FINDING_BOARDS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = create_group (parent, show, findings, groups[i]);

      if (group != NULL)
        adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
    }
}

/* What goes on when the user says so. */
typedef struct
{
  VacDialog        *dialog;    /* borrowed: it owns this */
  GtkWindow        *parent;    /* borrowed: the dialog goes with it */
  VacGoOnFunc       go_on;
} Question;

static void
on_accept_clicked_cb (GtkButton *button,
                      gpointer   user_data)
{
  const Question *question = user_data;
  g_autoptr (GtkWindow) parent = g_object_ref (question->parent);
  VacGoOnFunc go_on = question->go_on;

  vac_dialog_close (question->dialog);
  go_on (parent);
}

/**
 * vac_findings_show_first:
 * @parent: the window of a posting
 * @document: the posting
 * @findings: (element-type VacFinding): what was found in it, the worst first
 * @show: goes to a place in @parent
 * @title: what is about to be done
 * @label: of the button that does it, with a mnemonic
 * @go_on: does it
 *
 * Shows errors and broken legal rules before something is done, which then takes one more click, or
 * Enter.
 * Where there are none, it is done at once.
 */
void
vac_findings_show_first (GtkWindow       *parent,
                         VacDocument     *document,
                         GPtrArray       *findings,
                         VacShowSpanFunc  show,
                         const char      *title,
                         const char      *label,
                         VacGoOnFunc      go_on)
{
  GtkWidget *page, *accept;
  Question *question;

  g_return_if_fail (GTK_IS_WINDOW (parent) && findings != NULL);

  if (vac_findings_count_grave (findings) == 0)
    {
      go_on (parent);
      return;
    }
  page = adw_preferences_page_new ();
  question = g_new0 (Question, 1);
  question->parent = parent;
  question->go_on = go_on;
  question->dialog = vac_dialog_new (parent, title, page, 560, 480);
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, g_free);
  vac_findings_add_grave (ADW_PREFERENCES_PAGE (page), parent, document, findings, show);
  accept = vac_dialog_add_accept (question->dialog, label);
  g_signal_connect (accept, "clicked", G_CALLBACK (on_accept_clicked_cb), question);
  vac_dialog_present (question->dialog);
}

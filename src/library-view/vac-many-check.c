/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-check"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-announce.h"
#include "vac-diff.h"
#include "vac-library-findings.h"
#include "vac-many-dialogs.h"
#include "vac-severity-look.h"
#include "vac-text-label.h"

/* What the review finds in many postings, in a window of its own that leads to each place. */

#define WIDTH 640
#define HEIGHT 720
#define INDENT 24

/* The first page fills at once. Then rows come together: for each time, the list lays out what is
 * seen. */
#define FIRST_ROWS 50
#define PAUSE (150 * G_TIME_SPAN_MILLISECOND)

/* For a row that is about the posting as a whole. */
#define WHOLE G_MAXUINT

/* What can be said of a finding without its posting. */
typedef struct
{
  VacSeverity  severity;
  char        *place;      /* the path of its node */
  char        *where;
  char        *sentence;
} Finding;

static void
finding_free (gpointer data)
{
  Finding *self = data;

  g_free (self->place);
  g_free (self->where);
  g_free (self->sentence);
  g_free (self);
}

static void
findings_unref (gpointer findings)
{
  g_ptr_array_unref (findings);
}

static char *
name_place (VacDocument *document,
            VacFinding  *finding)
{
  g_autofree char *place = vac_diff_name_place (document, finding->node, NULL);

  return finding->words != NULL ? g_strdup_printf (_("%s: “%s”"), place, finding->words)
                                : g_steal_pointer (&place);
}

static gpointer
check (const char   *path,
       VacDocument  *document,
       gpointer      user_data,
       GError      **error)
{
  g_autoptr (GPtrArray) findings = vac_library_list_findings (document);
  GPtrArray *result = g_ptr_array_new_with_free_func (finding_free);

  for (guint i = 0; i < findings->len; i++)
    {
      VacFinding *finding = g_ptr_array_index (findings, i);
      Finding *one = g_new0 (Finding, 1);

      one->severity = finding->severity;
      one->place = vac_node_get_path (finding->node);
      one->where = name_place (document, finding);
      one->sentence = g_strdup (finding->sentence);
      g_ptr_array_add (result, one);
    }

  return result;
}

/* Rows: a posting, and below it what was found in it. */

#define TYPE_CHECK_ROW (check_row_get_type ())

G_DECLARE_FINAL_TYPE (CheckRow, check_row, CHECK, ROW, GObject)

struct _CheckRow
{
  GObject       parent_instance;

  VacBatchItem *item;      /* owned */
  guint         finding;
};

G_DEFINE_FINAL_TYPE (CheckRow, check_row, G_TYPE_OBJECT)

static void
check_row_finalize (GObject *object)
{
  g_object_unref (CHECK_ROW (object)->item);

  G_OBJECT_CLASS (check_row_parent_class)->finalize (object);
}

static void
check_row_class_init (CheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = check_row_finalize;
}

static void
check_row_init (CheckRow *self)
{
}

static CheckRow *
check_row_new (VacBatchItem *item,
               guint         finding)
{
  CheckRow *self = g_object_new (TYPE_CHECK_ROW, NULL);

  self->item = g_object_ref (item);
  self->finding = finding;

  return self;
}

static const Finding *
get_finding (CheckRow *row)
{
  GPtrArray *findings = vac_batch_item_get_result (row->item);

  return row->finding != WHOLE ? g_ptr_array_index (findings, row->finding) : NULL;
}

static char *
describe_posting (VacBatchItem *item)
{
  g_autofree char *name = g_filename_display_basename (vac_batch_item_get_path (item));
  GPtrArray *findings = vac_batch_item_get_result (item);
  g_autofree char *count = NULL;

  if (findings == NULL)
    return g_strdup_printf ("%s · %s", name, vac_batch_item_get_reason (item));
  count = g_strdup_printf (ngettext ("%u finding", "%u findings", findings->len), findings->len);

  return g_strdup_printf ("%s · %s", name, count);
}

static GtkWidget *
create_label (GtkWidget *box)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
on_setup_cb (GtkListItemFactory *factory,
             GtkListItem        *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new ();

  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), labels);
  create_label (labels);
  gtk_widget_add_css_class (create_label (labels), "dim-label");
  gtk_list_item_set_child (list_item, box);
}

/* Before GTK 4.12 a row has no name by itself. */
static void
name_row (GtkWidget *box,
          GtkWidget *title,
          GtkWidget *text)
{
  g_autofree char *name = g_strdup_printf (C_("name of a control", "%s, %s"),
                                           gtk_label_get_text (GTK_LABEL (title)),
                                           gtk_label_get_text (GTK_LABEL (text)));

  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_bind_cb (GtkListItemFactory *factory,
            GtkListItem        *list_item)
{
  CheckRow *row = gtk_list_item_get_item (list_item);
  const Finding *finding = get_finding (row);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  GtkWidget *text = gtk_widget_get_next_sibling (title);
  const char *name = vac_batch_item_get_title (row->item);
  g_autofree char *description = finding == NULL ? describe_posting (row->item) : NULL;

  gtk_widget_set_margin_start (box, finding != NULL ? INDENT : 0);
  gtk_widget_set_visible (icon, finding != NULL);
  if (finding != NULL)
    {
      vac_severity_show (finding->severity, GTK_IMAGE (icon));
      gtk_widget_remove_css_class (title, "heading");
      gtk_label_set_text (GTK_LABEL (title), finding->sentence);
      gtk_label_set_text (GTK_LABEL (text), finding->where);
    }
  else
    {
      gtk_widget_add_css_class (title, "heading");
      gtk_label_set_text (GTK_LABEL (title), *name != '\0' ? name : _("Untitled Posting"));
      gtk_label_set_text (GTK_LABEL (text), description);
    }
  name_row (box, title, text);
}

/* The window */

typedef struct
{
  VacMany      *many;         /* owned */
  GtkWindow    *window;       /* borrowed: it owns this */
  GtkWidget    *stack;        /* borrowed */
  GtkWidget    *status;       /* borrowed */
  GtkWidget    *progress;     /* borrowed */
  GtkWidget    *summary;      /* borrowed */
  GListStore   *rows;         /* owned; of CheckRow */
  GPtrArray *waiting;         /* owned; of CheckRow: to be listed with the next ones */
  gint64 listed;              /* when rows were listed last */
  GPtrArray    *items;        /* owned */
  GCancellable *cancellable;  /* owned: of what goes on after the window is closed */
  guint         n_findings;
  guint         n_postings;   /* with findings */
} Check;

static void
check_free (Check *self)
{
  g_object_unref (self->many);
  g_object_unref (self->rows);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->items);
  g_object_unref (self->cancellable);
  g_free (self);
}

/* Widgets are there for as long as nobody cancels. */
static gboolean
is_open (Check *self)
{
  return !g_cancellable_is_cancelled (self->cancellable);
}

static void
on_destroy_cb (GtkWidget *window,
               Check     *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
update_summary (Check *self)
{
  g_autofree char *findings = g_strdup_printf (ngettext ("%u finding", "%u findings",
                                                         self->n_findings), self->n_findings);
  g_autofree char *postings = g_strdup_printf (ngettext ("%u posting", "%u postings",
                                                         self->n_postings), self->n_postings);
  g_autofree char *text = g_strdup_printf (_("%s in %s"), findings, postings);

  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

static void
list_waiting (Check *self)
{
  if (self->waiting->len == 0)
    return;
  g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0,
                       self->waiting->pdata, self->waiting->len);
  g_ptr_array_set_size (self->waiting, 0);
  self->listed = g_get_monotonic_time ();
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  update_summary (self);
}

static void
on_checked_cb (VacBatchItem *item,
               guint         n_done,
               gpointer      user_data)
{
  Check *self = user_data;
  GPtrArray *findings = vac_batch_item_get_result (item);
  const guint n = findings != NULL ? findings->len : 0;

  if (!is_open (self))
    return;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 (double) n_done / self->items->len);
  if (n == 0 && vac_batch_item_get_state (item) != VAC_BATCH_FAILED)
    return;
  g_ptr_array_add (self->waiting, check_row_new (item, WHOLE));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->waiting, check_row_new (item, i));
  self->n_findings += n;
  self->n_postings += n > 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) < FIRST_ROWS ||
      g_get_monotonic_time () - self->listed > PAUSE)
    list_waiting (self);
}

static void
on_finished_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Check *self = user_data;

  vac_batch_run_finish (result, NULL);
  if (is_open (self))
    {
      list_waiting (self);
      gtk_widget_set_opacity (self->progress, 0);
      adw_status_page_set_title (ADW_STATUS_PAGE (self->status), _("Nothing Was Found"));
      update_summary (self);
      vac_announce (self->summary, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0
                                     ? gtk_label_get_text (GTK_LABEL (self->summary))
                                     : adw_status_page_get_title (ADW_STATUS_PAGE (self->status)));
      g_signal_handlers_disconnect_by_func (self->window, on_destroy_cb, self);
      g_object_set_data_full (G_OBJECT (self->window), "check", self, (GDestroyNotify) check_free);
    }
  else
    check_free (self);
}

static void
on_activate_cb (GtkListView *list,
                guint        position,
                Check       *self)
{
  const VacManyHost *host = vac_many_get_host (self->many);
  g_autoptr (CheckRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const Finding *finding = get_finding (row);

  host->show (vac_batch_item_get_path (row->item), finding != NULL ? finding->place : "",
              host->user_data);
}

static GtkWidget *
create_list (Check *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (
      gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  GtkWidget *list = gtk_list_view_new (model, g_object_ref (factory));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "vac-many");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Findings"), -1);
  g_signal_connect (list, "activate", G_CALLBACK (on_activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  return scrolled;
}

static GtkWidget *
create_content (Check *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->progress = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->progress, "osd");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Going through the postings"), -1);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->status = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), _("Checking…"));
  gtk_widget_add_css_class (self->status, "compact");
  gtk_stack_add_named (GTK_STACK (self->stack), self->status, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), create_list (self), "list");
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_widget_set_margin_top (self->summary, 9);
  gtk_widget_set_margin_bottom (self->summary, 9);
  gtk_widget_set_margin_start (self->summary, 12);
  gtk_widget_set_margin_end (self->summary, 12);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->summary);

  return box;
}

/* No dialog: the postings that it leads to are edited while it is open. */
static GtkWindow *
create_window (GtkWindow *parent,
               GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWindow *window = g_object_new (ADW_TYPE_WINDOW, "title", _("Check of Postings"),
                                    "destroy-with-parent", TRUE, "transient-for", parent,
                                    "default-width", WIDTH, "default-height", HEIGHT, NULL);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (window), box);

  return window;
}

/*
 * vac_many_check_show:
 * @many: the selected postings
 *
 * Reviews all of them, and lists what is found; activating a row leads there. The window stays
 * beside the postings.
 */
void
vac_many_check_show (VacMany *many)
{
  const VacManyHost *host = vac_many_get_host (many);
  Check *self = g_new0 (Check, 1);

  self->many = g_object_ref (many);
  self->rows = g_list_store_new (TYPE_CHECK_ROW);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = vac_many_list_items (many);
  self->cancellable = g_cancellable_new ();
  self->window = create_window (vac_many_get_window (many), create_content (self));
  g_signal_connect (self->window, "destroy", G_CALLBACK (on_destroy_cb), self);
  vac_batch_find_documents (self->items, host->find_document, host->user_data);
  vac_batch_visit_async (self->items, check, NULL, findings_unref, on_checked_cb, self,
                         self->cancellable, on_finished_cb, self);
  gtk_window_present (self->window);
}

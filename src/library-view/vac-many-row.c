/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-many-row.h"

#define INDENT 24

/**
 * VacManyRow:
 *
 * A line of the list of what a change would do, or has done: a posting, or below it one of the
 * places in it.
 */
struct _VacManyRow
{
  GObject          parent_instance;

  VacBatchItem    *item;   /* owned */
  guint            hit;
  VacManyRowFlags  flags;
};

G_DEFINE_FINAL_TYPE (VacManyRow, vac_many_row, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
vac_many_row_finalize (GObject *object)
{
  g_object_unref (VAC_MANY_ROW (object)->item);

  G_OBJECT_CLASS (vac_many_row_parent_class)->finalize (object);
}

static void
vac_many_row_class_init (VacManyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_many_row_finalize;

  /**
   * VacManyRow::changed:
   * @self: a row
   *
   * It is chosen now, or no longer.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_MANY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
vac_many_row_init (VacManyRow *self)
{
}

VacManyRow *
vac_many_row_new (VacBatchItem    *item,
                  guint            hit,
                  VacManyRowFlags  flags)
{
  VacManyRow *self = g_object_new (VAC_TYPE_MANY_ROW, NULL);

  self->item = g_object_ref (item);
  self->hit = hit;
  self->flags = flags;

  return self;
}

guint
vac_many_row_get_hit (VacManyRow *self)
{
  return self->hit;
}

static const VacHit *
get_hit (VacManyRow *self)
{
  return g_ptr_array_index (vac_batch_item_get_hits (self->item), self->hit);
}

/* Choosing */

static gboolean
is_possible (VacBatchItem *item,
             guint         hit)
{
  return ((VacHit *) g_ptr_array_index (vac_batch_item_get_hits (item), hit))->reason == NULL;
}

/*
 * vac_many_row_count_chosen:
 * @item: a posting
 *
 * Returns: how many of its places are to be changed and can be
 */
guint
vac_many_row_count_chosen (VacBatchItem *item)
{
  GPtrArray *hits = vac_batch_item_get_hits (item);
  guint n = 0;

  if (vac_batch_item_get_state (item) != VAC_BATCH_CHANGED)
    return 0;
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    n += is_possible (item, i) && vac_batch_item_get_chosen (item, i);

  return n;
}

static gboolean
can_be_chosen (VacManyRow *self)
{
  if (!(self->flags & VAC_MANY_ROW_CHOOSE))
    return FALSE;

  return self->hit == VAC_MANY_ROW_WHOLE ? vac_batch_item_get_n_changed (self->item) > 0
                                         : is_possible (self->item, self->hit);
}

/*
 * vac_many_row_get_chosen:
 * @some: (out): whether some of the posting's places are chosen and others are not
 *
 * Returns: whether it is chosen
 */
gboolean
vac_many_row_get_chosen (VacManyRow *self,
                         gboolean   *some)
{
  guint n;

  *some = FALSE;
  if (!can_be_chosen (self))
    return FALSE;
  if (self->hit != VAC_MANY_ROW_WHOLE)
    return vac_batch_item_get_chosen (self->item, self->hit);
  n = vac_many_row_count_chosen (self->item);
  *some = n > 0 && n < vac_batch_item_get_n_changed (self->item);

  return n > 0 && !*some;
}

/*
 * vac_many_row_choose:
 * @chosen: whether it shall be chosen; a posting is with all of its places
 */
void
vac_many_row_choose (VacManyRow *self,
                     gboolean    chosen)
{
  if (!can_be_chosen (self))
    return;
  if (self->hit != VAC_MANY_ROW_WHOLE)
    vac_batch_item_choose (self->item, self->hit, chosen);
  for (guint i = 0; self->hit == VAC_MANY_ROW_WHOLE &&
                    i < vac_batch_item_get_hits (self->item)->len; i++)
    vac_batch_item_choose (self->item, i, chosen);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Saying it */

static char *
describe_result (VacManyRow *self)
{
  const guint n = vac_batch_item_get_n_changed (self->item);

  switch (vac_batch_item_get_state (self->item))
    {
    case VAC_BATCH_CHANGED:
      return g_strdup_printf (vac_batch_item_get_document (self->item) != NULL
                                  ? ngettext ("%u place changed, to be saved in its window",
                                              "%u places changed, to be saved in its window", n)
                                  : ngettext ("%u place changed", "%u places changed", n), n);
    case VAC_BATCH_UNDONE:
      return g_strdup (_("As it was before"));
    case VAC_BATCH_WAITING:
      return g_strdup (_("Cancelled before"));
    case VAC_BATCH_UNCHANGED:
    case VAC_BATCH_FAILED:
    default:
      return g_strdup (_("Stays as it is"));
    }
}

/* Returns: (transfer full): the title of the posting, or where in it the place is */
char *
vac_many_row_make_title (VacManyRow *self)
{
  const char *title = vac_batch_item_get_title (self->item);

  if (self->hit != VAC_MANY_ROW_WHOLE)
    return g_strdup (get_hit (self)->where);

  return *title != '\0' ? g_strdup (title) : g_strdup (_("Untitled Posting"));
}

/* Returns: (transfer full): the posting's file, or the words, with markup for what changes */
char *
vac_many_row_make_markup (VacManyRow *self)
{
  const VacHit *hit;
  g_autofree char *name = NULL;
  g_autofree char *result = NULL;

  if (self->hit != VAC_MANY_ROW_WHOLE)
    {
      hit = get_hit (self);
      if (*hit->found == '\0')
        return g_markup_printf_escaped ("%s<b>%s</b>%s", hit->before, hit->becomes, hit->after);

      return g_markup_printf_escaped (*hit->becomes != '\0' ? "%s<s>%s</s> <b>%s</b>%s"
                                                            : "%s<s>%s</s>%s%s",
                                      hit->before, hit->found, hit->becomes, hit->after);
    }
  name = g_filename_display_basename (vac_batch_item_get_path (self->item));
  if (!(self->flags & VAC_MANY_ROW_RESULT))
    return g_markup_escape_text (name, -1);
  result = describe_result (self);

  return g_markup_printf_escaped ("%s · %s", name, result);
}

/* Returns: (transfer full): what stands in the way, or how something was understood, or nothing */
char *
vac_many_row_make_remark (VacManyRow *self)
{
  const char *reason;

  if (self->hit == VAC_MANY_ROW_WHOLE)
    {
      reason = vac_batch_item_get_reason (self->item);
      return g_strdup (reason != NULL ? reason : "");
    }
  reason = get_hit (self)->reason != NULL ? get_hit (self)->reason : get_hit (self)->note;

  return g_strdup (reason != NULL ? reason : "");
}

/* Widgets */

typedef struct
{
  GtkWidget *box;
  GtkWidget *check;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *remark;
  VacManyRow *row;      /* borrowed while it is bound */
} Parts;

static void
update_check (VacManyRow *row,
              Parts      *parts)
{
  gboolean some;
  const gboolean chosen = vac_many_row_get_chosen (row, &some);

  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (parts->check), some);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check), chosen);
}

/* Also when what is chosen was changed elsewhere: then there is nothing to do. */
static void
on_check_toggled_cb (GtkCheckButton *check,
                     Parts          *parts)
{
  gboolean some;

  if (parts->row == NULL ||
      gtk_check_button_get_active (check) == vac_many_row_get_chosen (parts->row, &some))
    return;
  vac_many_row_choose (parts->row, gtk_check_button_get_active (check));
  gtk_widget_activate_action (GTK_WIDGET (check), "preview.update", NULL);
}

/* In one line: to measure some hundred rows that wrap takes so long that typing waits for it. */
static GtkWidget *
create_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
on_setup_cb (GtkListItemFactory *factory,
             GtkListItem        *list_item)
{
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  parts->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_margin_top (parts->box, 3);
  gtk_widget_set_margin_bottom (parts->box, 3);
  parts->check = gtk_check_button_new ();
  gtk_widget_set_valign (parts->check, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (parts->box), parts->check);
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_box_append (GTK_BOX (parts->box), labels);
  parts->title = create_label (labels);
  parts->text = create_label (labels);
  parts->remark = create_label (labels);
  gtk_label_set_ellipsize (GTK_LABEL (parts->remark), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (parts->remark), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (parts->remark), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (parts->remark, "warning");
  gtk_widget_add_css_class (parts->remark, "caption");
  g_signal_connect (parts->check, "toggled", G_CALLBACK (on_check_toggled_cb), parts);
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
  gtk_list_item_set_child (list_item, parts->box);
}

static void
on_bind_cb (GtkListItemFactory *factory,
            GtkListItem        *list_item)
{
  Parts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  VacManyRow *row = gtk_list_item_get_item (list_item);
  const gboolean whole = vac_many_row_get_hit (row) == VAC_MANY_ROW_WHOLE;
  g_autofree char *title = vac_many_row_make_title (row);
  g_autofree char *markup = vac_many_row_make_markup (row);
  g_autofree char *remark = vac_many_row_make_remark (row);
  g_autofree char *name = g_strdup_printf ("%s\n%s", title, remark);

  vac_editor_set_class (parts->title, "heading", whole);
  vac_editor_set_class (parts->title, "caption", !whole);
  vac_editor_set_class (parts->title, "dim-label", !whole);
  vac_editor_set_class (parts->text, "caption", whole);
  vac_editor_set_class (parts->text, "dim-label", whole);
  gtk_widget_set_margin_start (parts->box, whole ? 0 : INDENT);
  gtk_label_set_text (GTK_LABEL (parts->title), title);
  gtk_label_set_markup (GTK_LABEL (parts->text), markup);
  gtk_widget_set_tooltip_markup (parts->text, whole ? NULL : markup);
  gtk_label_set_text (GTK_LABEL (parts->remark), remark);
  gtk_widget_set_visible (parts->remark, *remark != '\0');
  gtk_widget_set_visible (parts->check, (row->flags & VAC_MANY_ROW_CHOOSE) != 0);
  gtk_widget_set_sensitive (parts->check, can_be_chosen (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *remark != '\0' ? name : title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (GTK_LABEL (parts->text)), -1);
  parts->row = NULL;
  update_check (row, parts);
  parts->row = row;
  g_signal_connect (row, "changed", G_CALLBACK (update_check), parts);
}

static void
on_unbind_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  Parts *parts = g_object_get_data (G_OBJECT (list_item), "parts");

  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), parts);
  parts->row = NULL;
}

/*
 * vac_many_row_make_factory:
 *
 * When somebody chooses a row, the action "preview.update" is activated from there.
 *
 * Returns: (transfer full): what makes widgets for rows in a list
 */
GtkListItemFactory *
vac_many_row_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);

  return factory;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-field"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-debounce.h"
#include "vac-many-dialogs.h"
#include "vac-many-preview.h"
#include "vac-shrink.h"

/* As for words that are typed. In milliseconds. */
#define PAUSE 250
#define LONGEST_PAUSE 1500

/**
 * VacManyField:
 *
 * Sets one field of many postings to what somebody types as into its form: what it is now and what
 * it becomes is shown for each posting before anything changes.
 */
struct _VacManyField
{
  VacDialog       parent_instance;

  /* Template widgets */
  GtkDropDown    *field_choice;
  GtkStack       *value_stack;
  GtkEditable    *value_entry;
  GtkDropDown    *value_choice;
  GtkLabel       *description;
  VacManyPreview *preview;

  /* Owned */
  VacDocument    *blank;      /* has all fields there are */
  GPtrArray      *leaves;     /* of VacNode: in the order of field_choice; borrowed from blank */
  GPtrArray      *values;     /* of char *: in the order of value_choice; constant */
  VacDebounce    *debounce;   /* waits for a pause in the typing */
};

G_DEFINE_FINAL_TYPE (VacManyField, vac_many_field, VAC_TYPE_DIALOG)

/* Fields */

/* What the program notes for itself, and what is one's own in every posting. */
static gboolean
is_offered (VacNode *node)
{
  const VacField *field = vac_node_get_field (node);

  if (field == NULL || field->label == NULL)
    return FALSE;
  switch (field->role)
    {
    case VAC_ROLE_FORMAT:
    case VAC_ROLE_VERSION:
    case VAC_ROLE_GUIDE:
    case VAC_ROLE_REVIEW:
    case VAC_ROLE_DUPLICATE_OF:
    case VAC_ROLE_STATUS_SINCE:
      return FALSE;
    default:
      return field->kind != VAC_KIND_LIST && field->kind != VAC_KIND_PICTURE &&
             field->kind != VAC_KIND_PROSE;
    }
}

static char *
name_leaf (VacNode *leaf)
{
  VacNode *record = vac_node_get_parent (leaf);
  const VacRole role = vac_node_get_role (record);

  if (role == VAC_ROLE_DOCUMENT || role == VAC_ROLE_JOB)
    return g_strdup (_(vac_node_get_field (leaf)->label));

  /* Translators: a group of fields and one of them: "Employer: Name" */
  return g_strdup_printf (_("%s: %s"), _(vac_node_get_field (record)->label),
                          _(vac_node_get_field (leaf)->label));
}

static void
collect (VacManyField  *self,
         VacNode       *node,
         GtkStringList *names)
{
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *child = vac_node_get_child (node, i);
      g_autofree char *name = NULL;

      if (!is_offered (child))
        continue;
      if (!vac_field_is_leaf (vac_node_get_field (child)))
        {
          collect (self, child, names);
          continue;
        }
      name = name_leaf (child);
      g_ptr_array_add (self->leaves, child);
      gtk_string_list_append (names, name);
    }
}

static VacNode *
get_leaf (VacManyField *self)
{
  const guint selected = gtk_drop_down_get_selected (self->field_choice);

  return selected < self->leaves->len ? g_ptr_array_index (self->leaves, selected) : NULL;
}

static void
select_field (VacManyField *self,
              VacRole       role)
{
  for (guint i = 0; i < self->leaves->len; i++)
    if (vac_node_get_role (g_ptr_array_index (self->leaves, i)) == role)
      gtk_drop_down_set_selected (self->field_choice, i);
}

static gboolean
has_choices (VacNode *leaf)
{
  const VacKind kind = vac_node_get_kind (leaf);

  return kind == VAC_KIND_CHOICE || kind == VAC_KIND_TOGGLE;
}

/* Values */

static void
add_value (VacManyField  *self,
           GtkStringList *names,
           const char    *value,
           const char    *name)
{
  g_ptr_array_add (self->values, (gpointer) value);
  gtk_string_list_append (names, name);
}

/* The first says what to do. */
static void
list_values (VacManyField *self,
             VacNode      *leaf)
{
  const VacField *field = vac_node_get_field (leaf);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->values, 0);
  add_value (self, names, NULL, _("Choose a Value"));
  if (field->kind == VAC_KIND_TOGGLE)
    {
      add_value (self, names, "true", C_("toggle", "on"));
      add_value (self, names, "false", C_("toggle", "off"));
    }
  for (const VacChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    add_value (self, names, choice->id, _(choice->label));
  if (field->kind == VAC_KIND_CHOICE && field->otherwise == NULL)
    add_value (self, names, "", _("None"));
  gtk_drop_down_set_model (self->value_choice, G_LIST_MODEL (names));
}

static const char *
get_value (VacManyField *self)
{
  const guint selected = gtk_drop_down_get_selected (self->value_choice);

  if (!has_choices (get_leaf (self)))
    return gtk_editable_get_text (self->value_entry);

  return selected < self->values->len ? g_ptr_array_index (self->values, selected) : NULL;
}

static void
look (VacManyField *self)
{
  VacNode *leaf = get_leaf (self);
  const char *value = leaf != NULL ? get_value (self) : NULL;
  g_autofree char *path = leaf != NULL ? vac_node_get_path (leaf) : NULL;
  g_autoptr (VacChange) change = NULL;

  vac_debounce_cancel (self->debounce);
  if (value == NULL)
    {
      vac_many_preview_clear (self->preview, _("Choose a Value"));
      return;
    }
  change = vac_change_new_field (path, value);
  vac_many_preview_look (self->preview, change);
}

static gboolean
on_pause_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_REMOVE;
}

static void
on_entry_changed_cb (GtkEditable  *entry,
                     VacManyField *self)
{
  vac_many_preview_clear (self->preview, _("Looking…"));
  vac_debounce_trigger (self->debounce);
}

/* Also for nothing, which empties the field. */
static void
on_entry_activate_cb (GtkEntry     *entry,
                      VacManyField *self)
{
  if (!vac_many_preview_can_apply (self->preview))
    look (self);
}

static void
on_choice_selected_cb (GtkDropDown  *choice,
                       GParamSpec   *pspec,
                       VacManyField *self)
{
  if (get_leaf (self) != NULL && has_choices (get_leaf (self)))
    look (self);
}

static void
on_field_selected_cb (GtkDropDown  *choice,
                      GParamSpec   *pspec,
                      VacManyField *self)
{
  VacNode *leaf = get_leaf (self);

  if (leaf == NULL)
    return;
  gtk_label_set_text (self->description, vac_node_get_field (leaf)->description != NULL
                                             ? _(vac_node_get_field (leaf)->description) : "");
  gtk_editable_set_text (self->value_entry, "");
  vac_debounce_cancel (self->debounce);
  gtk_stack_set_visible_child (self->value_stack, has_choices (leaf)
                                                      ? GTK_WIDGET (self->value_choice)
                                                      : GTK_WIDGET (self->value_entry));
  if (has_choices (leaf))
    list_values (self, leaf);
  vac_many_preview_clear (self->preview, has_choices (leaf) ? _("Choose a Value")
                                                            : _("Type the New Value"));
}

static gboolean
vac_many_field_close_request (VacDialog *dialog)
{
  vac_many_preview_leave (VAC_MANY_FIELD (dialog)->preview);

  return VAC_DIALOG_CLASS (vac_many_field_parent_class)->close_request (dialog);
}

static void
vac_many_field_dispose (GObject *object)
{
  g_clear_pointer (&VAC_MANY_FIELD (object)->debounce, vac_debounce_free);

  G_OBJECT_CLASS (vac_many_field_parent_class)->dispose (object);
}

static void
vac_many_field_finalize (GObject *object)
{
  VacManyField *self = VAC_MANY_FIELD (object);

  g_ptr_array_unref (self->leaves);
  g_ptr_array_unref (self->values);
  g_object_unref (self->blank);

  G_OBJECT_CLASS (vac_many_field_parent_class)->finalize (object);
}

static void
vac_many_field_class_init (VacManyFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_many_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = vac_many_field_finalize;
  VAC_DIALOG_CLASS (klass)->close_request = vac_many_field_close_request;

  g_type_ensure (VAC_TYPE_MANY_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, VAC_RESOURCE_PATH "/library-view/vac-many-field.ui");
  gtk_widget_class_bind_template_child (widget_class, VacManyField, field_choice);
  gtk_widget_class_bind_template_child (widget_class, VacManyField, value_stack);
  gtk_widget_class_bind_template_child (widget_class, VacManyField, value_entry);
  gtk_widget_class_bind_template_child (widget_class, VacManyField, value_choice);
  gtk_widget_class_bind_template_child (widget_class, VacManyField, description);
  gtk_widget_class_bind_template_child (widget_class, VacManyField, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_field_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, vac_many_preview_apply);
}

static void
vac_many_field_init (VacManyField *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->blank = vac_document_new ();
  self->leaves = g_ptr_array_new ();
  self->values = g_ptr_array_new ();
  self->debounce = vac_debounce_new (PAUSE, LONGEST_PAUSE, on_pause_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_drop_down_shrink (self->field_choice);
  vac_let_drop_down_shrink (self->value_choice);
  collect (self, vac_document_get_root (self->blank), names);
  gtk_drop_down_set_model (self->field_choice, G_LIST_MODEL (names));
  select_field (self, VAC_ROLE_STATUS);
}

void
vac_many_field_show (VacMany *many)
{
  VacManyField *self = g_object_new (VAC_TYPE_MANY_FIELD, "window",
                                     vac_many_get_window (many), NULL);

  vac_many_preview_set_many (self->preview, many);
  vac_dialog_present (VAC_DIALOG (self));
}

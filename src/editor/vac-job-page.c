/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-job-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-fold-row.h"
#include "vac-job-page.h"
#include "vac-names.h"
#include "vac-offer.h"
#include "vac-pay-group.h"
#include "vac-record-list.h"
#include "vac-skill-offer.h"

/**
 * VacJobPage:
 *
 * The facts of a job, as the schema lists them. A record or a list of records has a group of its
 * own under its title; all else is a row of a card. What the schema folds is such a row, too: it
 * follows the leaves before it on their card, and the leaves behind it begin the next.
 *
 * What a window shows of it at first is made at once. The rest follows piece by piece after the
 * first frame, or all together as soon as somebody goes or looks there.
 */
struct _VacJobPage
{
  VacPage              parent_instance;

  /* Owned */
  VacDocument         *document;
  GPtrArray           *members;

  /* Where the next row goes. */
  guint                position;
  AdwPreferencesGroup *card;          /* borrowed; nullable */
  gboolean             ends_folded;   /* with a row for a whole record or list */
};

G_DEFINE_FINAL_TYPE (VacJobPage, vac_job_page, VAC_TYPE_PAGE)

/* A window of the size that the first one has shows about as many, on a screen full of rows. */
#define ROWS_AT_FIRST 12

static GtkWidget *
create_group (VacDocument *document,
              VacNode     *member)
{
  GtkWidget *group;

  if (vac_node_get_kind (member) == VAC_KIND_LIST)
    return vac_record_list_new (document, member, vac_field_row_new, NULL);

  group = vac_node_get_role (member) == VAC_ROLE_PAY ? vac_pay_group_new (document)
                                                     : vac_field_group_new (document, member);
  vac_offer_add_to (ADW_PREFERENCES_GROUP (group), document, member);

  return group;
}

/* With what belongs to a whole record, or to a list. */
static void
fill_fold (VacFoldRow      *fold,
           VacDocument     *document,
           GPtrArray       *members,
           VacFieldRowFunc  create_row)
{
  VacNode *member = g_ptr_array_index (members, 0);

  if (vac_node_get_kind (member) == VAC_KIND_LIST)
    {
      GtkWidget *list = vac_record_list_new (document, member, create_row, NULL);

      vac_record_list_hide_title (VAC_RECORD_LIST (list));
      vac_fold_row_add_widget (fold, list);
    }
  else
    {
      g_autoptr (GPtrArray) rows = vac_fold_create_rows (document, member, create_row);

      for (guint i = 0; i < rows->len; i++)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), g_ptr_array_index (rows, i));
    }
}

/* A card has no title to be called by when it is heard. */
static void
add_row (VacJobPage *self,
         gboolean    begins,
         GtkWidget  *row)
{
  begins = begins || self->card == NULL;
  if (begins)
    {
      self->card = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      vac_page_add (VAC_PAGE (self), GTK_WIDGET (self->card));
    }
  adw_preferences_group_add (self->card, row);
  if (begins)
    vac_names_set (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), _("Job Details"));
}

static void
add_member (VacJobPage *self)
{
  VacNode *member = g_ptr_array_index (self->members, self->position);
  const VacField *field = vac_node_get_field (member);

  if (vac_field_is_leaf (field))
    {
      add_row (self, self->ends_folded,
               vac_fold_take_run (self->document, self->members, &self->position,
                                  vac_field_row_new));
      self->ends_folded = FALSE;
      return;
    }

  self->position++;
  self->ends_folded = field->fold != NULL;
  if (self->ends_folded)
    {
      add_row (self, FALSE,
               vac_fold_row_new_for (self->document, member, fill_fold, vac_field_row_new));
      if (field->role == VAC_ROLE_SKILLS)
        vac_skill_offer_add_to (self->card, self->document);
    }
  else if (field->kind == VAC_KIND_LIST && vac_field_is_leaf (field->element))
    {
      add_row (self, TRUE, vac_choices_row_new (self->document, member));
    }
  else
    {
      vac_page_add (VAC_PAGE (self), create_group (self->document, member));
      self->card = NULL;
    }
}

/* As the schema lists them, but for pay, which follows the places that it is compared by. */
static GPtrArray *
list_members (VacNode *job)
{
  GPtrArray *members = vac_editor_list_members (job);
  guint pay, places;

  if (g_ptr_array_find (members, vac_node_get (job, VAC_ROLE_PAY), &pay) &&
      g_ptr_array_find (members, vac_node_get (job, VAC_ROLE_LOCATIONS), &places) && places < pay)
    g_ptr_array_insert (members, (int) places + 1, g_ptr_array_steal_index (members, pay));

  return members;
}

/* What candidates do not read of it. */
static GtkWidget *
create_team_group (VacDocument *document)
{
  static const VacRole roles[] = { VAC_ROLE_STATUS, VAC_ROLE_STATUS_SINCE };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("For the Team"));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    adw_preferences_group_add (
        group, vac_field_row_new (document, vac_document_get (document, roles[i])));

  return GTK_WIDGET (group);
}

static gboolean
add_next (VacPage *page)
{
  VacJobPage *self = VAC_JOB_PAGE (page);

  if (self->position < self->members->len)
    {
      add_member (self);
      return TRUE;
    }

  add_row (self, TRUE, vac_field_row_new (self->document,
                                          vac_document_get (self->document, VAC_ROLE_LANGUAGE)));
  vac_page_add (VAC_PAGE (self), create_team_group (self->document));

  return FALSE;
}

/* How many rows a member has on the page, about. */
static guint
count_rows (VacNode *member)
{
  const VacKind kind = vac_node_get_kind (member);

  return kind == VAC_KIND_LIST || kind == VAC_KIND_RECORD ? vac_node_get_n_children (member) + 1
                                                          : 1;
}

static void
add_first (VacJobPage *self)
{
  guint n_rows = 0;

  while (n_rows < ROWS_AT_FIRST && self->position < self->members->len)
    {
      const guint before = self->position;

      add_member (self);
      for (guint i = before; i < self->position; i++)
        n_rows += count_rows (g_ptr_array_index (self->members, i));
    }
}

/* What is not made yet, with the two that are no members of the job. */
static GPtrArray *
list_rest (VacJobPage *self)
{
  static const VacRole others[] = { VAC_ROLE_LANGUAGE, VAC_ROLE_STATUS, VAC_ROLE_STATUS_SINCE };
  GPtrArray *rest = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = self->position; i < self->members->len; i++)
    g_ptr_array_add (rest, g_object_ref (g_ptr_array_index (self->members, i)));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_ptr_array_add (rest, g_object_ref (vac_document_get (self->document, others[i])));

  return rest;
}

static void
vac_job_page_dispose (GObject *object)
{
  VacJobPage *self = VAC_JOB_PAGE (object);

  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_job_page_parent_class)->dispose (object);
}

static void
vac_job_page_class_init (VacJobPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_job_page_dispose;
}

static void
vac_job_page_init (VacJobPage *self)
{
}

/**
 * vac_job_page_new:
 * @document: a document
 *
 * Returns: (transfer floating): the page of its job, with the posting's language and status. Pay
 *   follows the places, which it is compared by; a page that is about pay has the same form.
 */
GtkWidget *
vac_job_page_new (VacDocument *document)
{
  VacJobPage *self;
  VacNode *job;
  g_autoptr (GPtrArray) rest = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_JOB_PAGE, NULL);
  self->document = g_object_ref (document);
  job = vac_document_get (document, VAC_ROLE_JOB);
  vac_editor_set_node (GTK_WIDGET (self), job);
  self->members = list_members (job);
  add_first (self);
  rest = list_rest (self);
  vac_page_defer (VAC_PAGE (self), rest, add_next);

  return GTK_WIDGET (self);
}

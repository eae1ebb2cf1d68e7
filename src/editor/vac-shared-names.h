/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * VacSharedName:
 * @title: what a person calls the shared text
 * @version: its newest version
 * @locked: whether to ask before a copy of it is edited
 */
typedef struct
{
  char    *title;
  gint64   version;
  gboolean locked;
} VacSharedName;

#define VAC_TYPE_SHARED_NAMES (vac_shared_names_get_type ())

G_DECLARE_FINAL_TYPE (VacSharedNames, vac_shared_names, VAC, SHARED_NAMES, GObject)

VacSharedNames      *vac_shared_names_new    (void);
void                 vac_shared_names_begin  (VacSharedNames *self);
void                 vac_shared_names_add    (VacSharedNames *self,
                                              const char     *id,
                                              const char     *title,
                                              gint64          version,
                                              gboolean        locked);
void                 vac_shared_names_end    (VacSharedNames *self);
const VacSharedName *vac_shared_names_find   (VacSharedNames *self,
                                              const char     *id);

G_END_DECLS

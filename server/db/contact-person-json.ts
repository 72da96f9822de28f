/**
 * What every answer says of a row `p` of `contact_persons`, as arguments of `json_build_object`; whose it is comes beside it where the
 * answer needs it.
 */
export const CONTACT_PERSON_FIELDS = `'id', p.id, 'name', p.name, 'role', p.role, 'phone', p.phone, 'extension', p.extension,
    'sharedPhone', p.shared_phone, 'email', p.email, 'active', p.active`;

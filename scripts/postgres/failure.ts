/** PostgreSQL could not be started on a folder; `detail` is its own account of it, in one line. */
export class ClusterFailure extends Error {
  override name = 'ClusterFailure';
  readonly detail: string;
  /** Whether it was a new cluster that could not be made, so that there is no data to be damaged. */
  readonly isNew: boolean;
  constructor(detail: string, isNew: boolean) {
    super(`PostgreSQL did not start: ${detail}`);
    this.detail = detail.replace(/\s+/g, ' ');
    this.isNew = isNew;
  }
}

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the configuration of Dovecot and Roundcube depends on. */
export interface RoundcubePlan {
  /** Absolute; everything that is written lies in here. */
  readonly folder: string;
  readonly imapPort: number;
  readonly smtpPort: number;
  readonly password: string;
  /** The account of this system that both run as. */
  readonly account: {
    readonly user: string;
    readonly group: string;
    readonly uid: number;
    readonly gid: number;
  };
}

/** Where Debian's package keeps what the web server shows, and the defaults that ours build on. */
export const roundcubeRoot = '/var/lib/roundcube/public_html';
const debianConfig = '/etc/roundcube';

/** Writes the folder: configuration of both programs, and nothing outside it. */
export function writeConfiguration(plan: RoundcubePlan): void {
  for (const name of ['run', 'home', 'config', 'temp', 'logs']) {
    mkdirSync(path.join(plan.folder, name), { recursive: true });
  }
  writeFileSync(path.join(plan.folder, 'dovecot.conf'), dovecot(plan));
  writeFileSync(path.join(plan.folder, 'config', 'config.inc.php'), roundcube(plan));
  for (const name of ['defaults.inc.php', 'mimetypes.php']) {
    symlinkSync(path.join(debianConfig, name), path.join(plan.folder, 'config', name));
  }
}

/** A Dovecot without root: no chroot, and every process under the one account. */
function dovecot({ folder, imapPort, password, account }: RoundcubePlan): string {
  return `base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/logs/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = ${account.user}
default_internal_group = ${account.group}
default_login_user = ${account.user}
first_valid_uid = ${account.uid}
first_valid_gid = ${account.gid}
mail_location = maildir:${folder}/home/%u
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${account.uid} gid=${account.gid} home=${folder}/home/%u
}
namespace inbox {
  inbox = yes${['Drafts', 'Sent', 'Trash'].map(mailbox).join('')}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

const mailbox = (name: string) => `
  mailbox ${name} {
    auto = subscribe
    special_use = \\${name}
  }`;

function roundcube({ folder, imapPort, smtpPort }: RoundcubePlan): string {
  const settings: Record<string, string | number | boolean> = {
    db_dsnw: `sqlite:///${folder}/roundcube.db?mode=0640`,
    imap_host: `127.0.0.1:${imapPort}`,
    smtp_host: `127.0.0.1:${smtpPort}`,
    smtp_user: '',
    smtp_pass: '',
    mail_domain: 'example.org',
    des_key: 'throwaway-24-characters!',
    skin: 'elastic',
    enable_spellcheck: false,
    // Always composes in HTML.
    htmleditor: 1,
    // Pictures of other hosts are shown: the marks are about them.
    show_images: 2,
    temp_dir: `${folder}/temp`,
    log_dir: `${folder}/logs`,
    language: 'en_US',
    draft_autosave: 0,
  };
  const lines = Object.entries(settings).map(([key, value]) => `$config['${key}'] = ${phpValue(value)};`);
  return ['<?php', ...lines, `$config['plugins'] = [];`, ''].join('\n');
}

const phpValue = (value: string | number | boolean) =>
  typeof value === 'string' ? `'${value}'` : String(value);

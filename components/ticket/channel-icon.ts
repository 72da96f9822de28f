import { type IconNode, Mail, MapPin, MessageCircle, MessageSquare, Phone, Smartphone } from 'lucide';
import type { ContactChannel } from '../../domain/contact-channel.ts';

const ICONS: Readonly<Record<ContactChannel['kind'], IconNode>> = {
  phone: Phone,
  mobile: Smartphone,
  chat: MessageCircle,
  email: Mail,
  visit: MapPin,
  other: MessageSquare,
};

/** The drawing of a kind of contact. */
export function iconOfChannel(channel: Pick<ContactChannel, 'kind'>): IconNode {
  return ICONS[channel.kind];
}

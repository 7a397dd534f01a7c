import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/literata/standard.css';
import '@fontsource-variable/literata/wght-italic.css';
import './ui/tokens.css';
import './ui/base.css';
import { startApp } from './app/start-app.tsx';

const root = document.getElementById('root');
if (root !== null) void startApp(root);

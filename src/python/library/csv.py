QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    delimiter, quotechar, escapechar, lineterminator = ',', '"', None, '\r\n'
    doublequote, skipinitialspace, strict, quoting = True, False, False, QUOTE_MINIMAL


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    lineterminator, quoting = '\n', QUOTE_ALL


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}


def register_dialect(name, dialect=excel, **fmtparams):
    _dialects[name] = type(name, (dialect,), fmtparams)


def list_dialects():
    return list(_dialects)


def _dialect(dialect, options):
    made = (_dialects[dialect] if isinstance(dialect, str) else dialect) if not isinstance(dialect, Dialect) else type(dialect)
    made = type(made.__name__, (made,), options)()
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    return made


class _Reader:
    def __init__(self, csvfile, dialect='excel', **options):
        self._lines, self.dialect, self.line_num = iter(csvfile), _dialect(dialect, options), 0

    def __iter__(self):
        return self

    def __next__(self):
        d, fields, field, quoted, was_quoted = self.dialect, [], '', False, False
        quote = None if d.quoting == QUOTE_NONE else d.quotechar
        line = next(self._lines)
        self.line_num += 1
        if not line.strip('\r\n'):
            return []

        def number(text):
            return float(text) if d.quoting == QUOTE_NONNUMERIC and not was_quoted else text
        while True:
            i = 0
            while i < len(line):
                c = line[i]
                i += 1
                if c == d.escapechar and c is not None:
                    field += line[i:i + 1]
                    i += 1
                elif quoted:
                    if c != quote:
                        field += c
                    elif d.doublequote and line[i:i + 1] == quote:
                        field += c
                        i += 1
                    else:
                        quoted = False
                elif c == quote and not field:
                    quoted = was_quoted = True
                elif c == d.delimiter:
                    fields.append(number(field))
                    field, was_quoted = '', False
                elif c == ' ' and d.skipinitialspace and not field and not was_quoted:
                    pass
                elif c not in '\r\n':
                    field += c
            if not quoted:
                break
            line = next(self._lines, None)
            if line is None:
                break
            self.line_num += 1
        fields.append(number(field))
        return fields


def reader(csvfile, dialect='excel', **fmtparams):
    return _Reader(csvfile, dialect, **fmtparams)


class _Writer:
    def __init__(self, csvfile, dialect='excel', **options):
        self._file, self.dialect = csvfile, _dialect(dialect, options)

    def _field(self, value):
        d = self.dialect
        text = '' if value is None else repr(value) if isinstance(value, float) else str(value)
        special = any(c in text for c in (d.delimiter, d.quotechar, '\r', '\n'))
        if d.quoting == QUOTE_NONE:
            if special and not d.escapechar:
                raise Error('need to escape, but no escapechar set')
            return ''.join(d.escapechar + c if c in (d.delimiter, d.escapechar) else c for c in text)
        if d.quoting == QUOTE_ALL or special or d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)):
            return d.quotechar + text.replace(d.quotechar, d.quotechar * 2) + d.quotechar
        return text

    def writerow(self, row):
        fields = [self._field(value) for value in row]
        if fields == ['']:
            fields = [self.dialect.quotechar * 2]
        return self._file.write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect='excel', **fmtparams):
    return _Writer(csvfile, dialect, **fmtparams)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    @property
    def line_num(self):
        return self.reader.line_num

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        wrong = [key for key in rowdict if key not in self.fieldnames]
        if wrong and self.extrasaction == 'raise':
            raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, wrong)))
        return self.writer.writerow(rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)

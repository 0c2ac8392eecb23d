namespace MagHopfield.Shared.Scpi;

/// <summary>
/// Reads one program message after the other, unit by unit and parameter by parameter (IEEE 488.2, chapter 7; SCPI 1999.0, volume 1,
/// chapter 6), in place: it holds positions, copies nothing, and passes every byte once.
/// </summary>
public sealed class ScpiParser
{
    private const int LongestMnemonic = 12;
    private const int LongestUnit = 12;
    private const int MostSuffixes = 2;
    private const int LargestSuffix = 9999;

    private readonly CommandTree _tree;
    private readonly int[] _suffixes = new int[MostSuffixes];
    private byte[] _bytes = new byte[0];
    private int _path = CommandTree.Root;
    private int _at;
    private int _end;
    private bool _first;
    private bool _expectsParameter;

    /// <summary>A parser without a message.</summary>
    /// <param name="tree">Headers that it knows.</param>
    public ScpiParser(CommandTree tree)
    {
        _tree = tree;
    }

    /// <summary>What the header of the unit means, as added to the tree.</summary>
    public int Command { get; private set; }

    /// <summary>Whether the header ended in a question mark.</summary>
    public bool IsQuery { get; private set; }

    /// <summary>What is wrong, or <see cref="ScpiError.None"/>. After an error the message is of no further use.</summary>
    public int Error { get; private set; }

    /// <summary>Where the error is: position in the message, from 1.</summary>
    public int ErrorPosition { get; private set; }

    /// <summary>Value of a parameter of kind <see cref="ParameterKind.Number"/>, without its unit.</summary>
    public double Number { get; private set; }

    /// <summary>First byte of the unit after a number.</summary>
    public int SuffixStart { get; private set; }

    /// <summary>Length of the unit after a number, 0 for none.</summary>
    public int SuffixLength { get; private set; }

    /// <summary>First byte of a word, of what is within quotes, or of the bytes of a block.</summary>
    public int Start { get; private set; }

    /// <summary>Number of these bytes.</summary>
    public int Length { get; private set; }

    /// <summary>The array that <see cref="Start"/> and <see cref="SuffixStart"/> point into.</summary>
    public byte[] Bytes => _bytes;

    private int MessageStart { get; set; }

    /// <summary>Number after a keyword of the header, 1 where there was none.</summary>
    /// <param name="index">0 for the first keyword that takes a number, 1 for the second.</param>
    public int Suffix(int index) => _suffixes[index];

    /// <summary>Begins a message.</summary>
    /// <param name="bytes">Array that holds it; not changed, and to be left alone until the message is done.</param>
    /// <param name="start">First byte.</param>
    /// <param name="end">Position after the last byte, without the terminator.</param>
    public void Begin(byte[] bytes, int start, int end)
    {
        _bytes = bytes;
        _at = start;
        _end = end;
        _path = CommandTree.Root;
        _first = true;
        _expectsParameter = false;
        MessageStart = start;
        Error = ScpiError.None;
    }

    /// <summary>Reads the header of the next unit. The parameters of the last one must all have been read.</summary>
    /// <returns>False at the end of the message, or where <see cref="Error"/> says what is wrong.</returns>
    public bool NextUnit()
    {
        if (Error != ScpiError.None)
            return false;

        SkipSpace();
        if (!_first)
        {
            if (_at >= _end)
                return false;

            if (_bytes[_at] != ';')
                return Fail(ScpiError.InvalidSeparator);

            _at++;
            SkipSpace();
        }

        // An empty unit, as in "*CLS;", is nothing.
        while (_at < _end && _bytes[_at] == ';')
        {
            _at++;
            SkipSpace();
        }

        _first = false;
        return _at < _end && ReadHeader();
    }

    /// <summary>Reads the next parameter of the unit.</summary>
    /// <returns>
    /// Its kind, or <see cref="ParameterKind.None"/> where there is no further one or <see cref="Error"/> says what is wrong.
    /// </returns>
    public ParameterKind NextParameter()
    {
        if (Error != ScpiError.None)
            return ParameterKind.None;

        SkipSpace();
        if (!_expectsParameter)
        {
            if (_at >= _end || _bytes[_at] == ';')
                return ParameterKind.None;

            if (_bytes[_at] != ',')
            {
                Fail(ScpiError.InvalidSeparator);
                return ParameterKind.None;
            }

            _at++;
            SkipSpace();
        }
        else if (_at >= _end || _bytes[_at] == ';')
        {
            _expectsParameter = false;
            return ParameterKind.None;
        }

        _expectsParameter = false;
        ParameterKind kind = ReadParameter();
        return Error == ScpiError.None ? kind : ParameterKind.None;
    }

    /// <summary>Whether the word of the last parameter is this mnemonic.</summary>
    /// <param name="mnemonic">As in "MINimum": the capitals are the short form.</param>
    public bool IsWord(string mnemonic) => Ascii.IsMnemonic(_bytes, Start, Length, mnemonic);

    /// <summary>The bytes of the last parameter as text.</summary>
    public string Text() => Ascii.Text(_bytes, Start, Length);

    /// <summary>The header at the place of an error, for its message.</summary>
    public string Near()
    {
        int start = MessageStart + ErrorPosition - 1;
        int length = 0;
        while (start + length < _end && length < 24 && _bytes[start + length] != ';')
            length++;

        return Ascii.Text(_bytes, start, length);
    }

    private bool ReadHeader()
    {
        _suffixes[0] = 1;
        _suffixes[1] = 1;
        int suffixes = 0;
        bool isCommon = _bytes[_at] == '*';
        int node = isCommon ? CommandTree.Root : _path;
        int parent = node;
        if (_bytes[_at] == ':')
        {
            node = CommandTree.Root;
            _at++;
        }

        while (true)
        {
            int start = _at;
            if (_at < _end && _bytes[_at] == '*' && isCommon)
                _at++;

            while (_at < _end && (Ascii.IsLetter(_bytes[_at]) || _bytes[_at] == '_'))
                _at++;

            int length = _at - start;
            if (length == 0 || (length == 1 && isCommon))
                return Fail(_at < _end && _bytes[_at] > 126 ? ScpiError.InvalidCharacter : ScpiError.Syntax);

            if (length > LongestMnemonic)
                return Fail(ScpiError.MnemonicTooLong, start);

            int child = _tree.Child(node, _bytes, start, length);
            if (child < 0)
                return Fail(ScpiError.UndefinedHeader, start);

            if (_at < _end && Ascii.IsDigit(_bytes[_at]) && !ReadSuffix(child, suffixes, isCommon))
                return false;

            suffixes += _tree.TakesSuffix(child) ? 1 : 0;
            parent = node;
            node = child;
            if (_at >= _end || _bytes[_at] != ':')
                return EndHeader(node, parent, isCommon, start);

            _at++;
        }
    }

    private bool ReadSuffix(int node, int index, bool isCommon)
    {
        int start = _at;
        int value = 0;
        while (_at < _end && Ascii.IsDigit(_bytes[_at]))
        {
            value = value > LargestSuffix ? value : 10 * value + (_bytes[_at] - '0');
            _at++;
        }

        // Where there is one of a thing, its number is 1 (SCPI 1999.0, volume 1, 6.2.5.2). Common commands have no numbers.
        bool takesSuffix = _tree.TakesSuffix(node);
        bool isOne = !takesSuffix && value == 1 && !isCommon;
        if (!isOne && (!takesSuffix || value > LargestSuffix || value < 1))
            return Fail(ScpiError.HeaderSuffix, start);

        if (takesSuffix)
            _suffixes[index] = value;

        return true;
    }

    private bool EndHeader(int node, int parent, bool isCommon, int start)
    {
        IsQuery = _at < _end && _bytes[_at] == '?';
        if (IsQuery)
            _at++;

        if (_at < _end && !Ascii.IsSpace(_bytes[_at]) && _bytes[_at] != ';')
            return Fail(_bytes[_at] > 126 ? ScpiError.InvalidCharacter : ScpiError.Syntax);

        Command = IsQuery ? _tree.Query(node) : _tree.Command(node);
        if (Command < 0)
            return Fail(ScpiError.UndefinedHeader, start);

        // A common command leaves the path alone (IEEE 488.2, A.1.2).
        if (!isCommon)
            _path = parent;

        _expectsParameter = true;
        return true;
    }

    private ParameterKind ReadParameter()
    {
        Start = _at;
        Length = 0;
        if (_at >= _end)
        {
            Fail(ScpiError.MissingParameter);
            return ParameterKind.None;
        }

        byte first = _bytes[_at];
        if (first == '#')
            return ReadHash();

        if (Ascii.IsDigit(first) || first == '+' || first == '-' || first == '.')
        {
            int error = NumberReader.Read(_bytes, ref _at, _end, out double value);
            return EndNumber(error, value);
        }

        if (first == '"' || first == '\'')
            return ReadText(first);

        if (!Ascii.IsLetter(first))
        {
            Fail(first == '(' ? ScpiError.ExpressionNotAllowed
                : first == ',' || first == ';' ? ScpiError.MissingParameter
                : first > 126 ? ScpiError.InvalidCharacter : ScpiError.Syntax);
            return ParameterKind.None;
        }

        while (_at < _end && (Ascii.IsLetter(_bytes[_at]) || Ascii.IsDigit(_bytes[_at]) || _bytes[_at] == '_'))
            _at++;

        Length = _at - Start;
        return ParameterKind.Word;
    }

    private ParameterKind ReadHash()
    {
        _at++;
        byte next = _at < _end ? Ascii.Upper(_bytes[_at]) : (byte)0;
        if (next == 'H' || next == 'Q' || next == 'B')
        {
            int error = NumberReader.ReadRadix(_bytes, ref _at, _end, out double value);
            return EndNumber(error, value);
        }

        int digits = BlockHeader.Read(_bytes, _at - 1, _end, out int length);
        if (digits < 0 || length > _end - _at - digits)
        {
            Fail(ScpiError.InvalidBlock);
            return ParameterKind.None;
        }

        Start = _at + digits;
        Length = length;
        _at = Start + length;
        return ParameterKind.Block;
    }

    private ParameterKind EndNumber(int error, double value)
    {
        if (error != ScpiError.None)
        {
            Fail(error);
            return ParameterKind.None;
        }

        Number = value;
        int afterNumber = _at;
        SkipSpace();
        SuffixStart = _at;
        if (_at < _end && (Ascii.IsLetter(_bytes[_at]) || _bytes[_at] == '/'))
        {
            // "V/S", "M.S-2" (IEEE 488.2, 7.7.3): of this form, though no command here takes one.
            while (_at < _end && IsOfUnit(_bytes[_at]))
                _at++;
        }

        SuffixLength = _at - SuffixStart;
        if (SuffixLength == 0)
        {
            _at = afterNumber;
        }
        else if (SuffixLength > LongestUnit)
        {
            Fail(ScpiError.SuffixTooLong, SuffixStart);
            return ParameterKind.None;
        }

        return ParameterKind.Number;
    }

    private static bool IsOfUnit(byte value) =>
        Ascii.IsLetter(value) || Ascii.IsDigit(value) || value == '/' || value == '.' || value == '-';

    // A quote within the text is written twice; it stays so here, for no text of this instrument has one.
    private ParameterKind ReadText(byte quote)
    {
        _at++;
        Start = _at;
        while (_at < _end)
        {
            if (_bytes[_at] == quote)
            {
                if (_at + 1 >= _end || _bytes[_at + 1] != quote)
                {
                    Length = _at - Start;
                    _at++;
                    return ParameterKind.Text;
                }

                _at++;
            }

            _at++;
        }

        Fail(ScpiError.InvalidString, Start - 1);
        return ParameterKind.None;
    }

    private void SkipSpace()
    {
        while (_at < _end && Ascii.IsSpace(_bytes[_at]))
            _at++;
    }

    private bool Fail(int error) => Fail(error, _at);

    private bool Fail(int error, int position)
    {
        Error = error;
        ErrorPosition = position - MessageStart + 1;
        return false;
    }
}

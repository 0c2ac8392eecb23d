using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>Turns parameters as they are written into what a command takes, or says by a number of SCPI why not.</summary>
internal static class ArgumentReader
{
    /// <summary>Reads a number, a boolean or a choice.</summary>
    public static int Number(ScpiParser parser, ParameterKind kind, ScpiParameter parameter, out double value)
    {
        value = 0;
        if (kind == ParameterKind.Word)
            return Word(parser, parameter, out value);

        if (kind != ParameterKind.Number || parameter.Type == ParameterType.Choice)
            return ScpiError.DataType;

        value = parser.Number;
        int error = UnitSuffix.Scale(parser.Bytes, parser.SuffixStart, parser.SuffixLength, parameter.Unit, ref value);
        if (error != ScpiError.None)
            return error;

        if (parameter.Type == ParameterType.Boolean)
        {
            value = value >= 0.5 || value <= -0.5 ? 1 : 0;
            return ScpiError.None;
        }

        // A number where a whole one is wanted is rounded (IEEE 488.2, 7.7.2.4); so 0.4 pulses are none, which is out of range.
        if (parameter.Type == ParameterType.Integer && value > -1e15 && value < 1e15)
            value = System.Math.Floor(value + 0.5);

        return value >= parameter.Minimum && value <= parameter.Maximum ? ScpiError.None : ScpiError.OutOfRange;
    }

    /// <summary>Reads a pattern in quotes.</summary>
    public static int Pattern(ScpiParser parser, ParameterKind kind, int nodes, out Pattern? pattern)
    {
        pattern = null;
        if (kind != ParameterKind.Text)
            return ScpiError.DataType;

        sbyte[] signs = new sbyte[nodes];
        int count = 0;
        for (int i = 0; i < parser.Length; i++)
        {
            byte c = parser.Bytes[parser.Start + i];
            if (c == '+' || c == '-')
            {
                if (count < nodes)
                    signs[count] = (sbyte)(c == '+' ? 1 : -1);

                count++;
            }
            else if (c != ' ' && c != ',')
            {
                return ScpiError.IllegalValue;
            }
        }

        if (count != nodes)
            return ScpiError.IllegalValue;

        pattern = new Pattern(signs);
        return ScpiError.None;
    }

    /// <summary>Reads all remaining parameters as numbers, or one block.</summary>
    public static int Values(ScpiParser parser, double[] values, bool isSwapped, bool hasCheck)
    {
        ParameterKind kind = parser.NextParameter();
        if (kind == ParameterKind.Block)
            return Block(parser, values, isSwapped, hasCheck);

        for (int i = 0; i < values.Length; i++)
        {
            if (kind != ParameterKind.Number)
            {
                return parser.Error != ScpiError.None ? parser.Error
                    : kind == ParameterKind.None ? ScpiError.MissingParameter : ScpiError.DataType;
            }

            if (parser.SuffixLength > 0)
                return ScpiError.SuffixNotAllowed;

            values[i] = parser.Number;
            kind = i + 1 < values.Length ? parser.NextParameter() : kind;
        }

        return ScpiError.None;
    }

    // MIN, MAX and DEF of a number; ON and OFF; a word of a choice.
    private static int Word(ScpiParser parser, ScpiParameter parameter, out double value)
    {
        value = 0;
        if (parameter.Type == ParameterType.Choice)
        {
            for (int i = 0; i < parameter.Words.Length; i++)
            {
                if (parser.IsWord(parameter.Words[i]))
                {
                    value = i;
                    return ScpiError.None;
                }
            }

            return ScpiError.InvalidCharacterData;
        }

        if (parameter.Type == ParameterType.Boolean)
        {
            value = parser.IsWord("ON") ? 1 : 0;
            return parser.IsWord("ON") || parser.IsWord("OFF") ? ScpiError.None : ScpiError.InvalidCharacterData;
        }

        return Limit(parser, parameter, out value);
    }

    /// <summary>Reads MINimum, MAXimum or DEFault of a parameter.</summary>
    public static int Limit(ScpiParser parser, ScpiParameter parameter, out double value)
    {
        value = parser.IsWord("MINimum") ? parameter.Minimum : parser.IsWord("MAXimum") ? parameter.Maximum : parameter.Default;
        return parser.IsWord("MINimum") || parser.IsWord("MAXimum") || parser.IsWord("DEFault")
            ? ScpiError.None
            : ScpiError.InvalidCharacterData;
    }

    // Numbers of 64 bits in the order of FORMat:BORDer, with their CRC-32 after them while FORMat:CRC is on.
    private static int Block(ScpiParser parser, double[] values, bool isSwapped, bool hasCheck)
    {
        int bytes = 8 * values.Length;
        if (parser.Length != bytes + (hasCheck ? 4 : 0))
            return ScpiError.InvalidBlock;

        if (hasCheck && BinaryNumbers.ReadUInt32(parser.Bytes, parser.Start + bytes, isSwapped)
            != Crc32.Of(parser.Bytes, parser.Start, bytes))
        {
            return ScpiError.InvalidBlock;
        }

        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryNumbers.ReadDouble(parser.Bytes, parser.Start + 8 * i, isSwapped);

        return ScpiError.None;
    }
}

using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>
/// CALibration:REFerence:PAIRs:BITS: a reference to the last bit, in parts of any size, as characters that travel in a checked frame.
/// Decimal digits cost a rounding, and a block of bytes is none for a frame.
/// </summary>
internal sealed class PairBits
{
    /// <summary>Most values in a part: it fits into a checked frame with its number.</summary>
    public const int MostValues = 24;

    private const int DigitsOfValue = 16;

    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            int pairs = rows.NodeCount * (rows.NodeCount - 1) / 2;
            rows.Add(new ScpiCommand(
                "CALibration:REFerence:PAIRs:BITS", "Sets the reference to the last bit, part by part: 16 hexadecimal digits for each "
                + "element, its 64 bits (IEEE 754) with the sign first. Parts follow each other without a gap; the last one puts the "
                + "reference into use.")
            {
                Command = Take,
                Parameters = new ScpiParameter[]
                {
                    ScpiParameter.Integer("first", 1, pairs, 1), ScpiParameter.Text("bits", DigitsOfValue * MostValues),
                },
                IsExclusive = true,
                Example = "CAL:REF:PAIR:BITS 1,\"BFB0000000000000BFB0000000000000\"",
                Errors = "-221 the part does not follow the one before; -222 a value that is no number; -224 other characters, or not 16 "
                    + "for each element",
            });
        }
    }

    private void Take(ScpiCall call)
    {
        int pairs = call.Instrument.NodeCount * (call.Instrument.NodeCount - 1) / 2;
        int first = call.Integer(0);
        double[] part = Values(call.Text(1));
        if (first == 1)
            call.Scpi.ReferenceParts = new ReferenceParts(pairs);

        ReferenceParts? parts = call.Scpi.ReferenceParts;
        int next = parts == null ? 1 : parts.Count + 1;
        if (parts == null || first != next || parts.Count + part.Length > pairs)
        {
            throw new ScpiException(
                ScpiError.SettingsConflict, "elements " + first.ToString() + " to " + (first + part.Length - 1).ToString()
                + " do not follow: " + next.ToString() + " of " + pairs.ToString() + " is next, 1 begins anew");
        }

        parts.Add(part);
        if (parts.Count == pairs)
        {
            call.Scpi.ReferenceParts = null;
            CalibrationCommands.SetReference(call, parts.Values);
        }
    }

    private static double[] Values(string digits)
    {
        if (digits.Length == 0 || digits.Length % DigitsOfValue != 0)
        {
            throw new ScpiException(
                ScpiError.IllegalValue, "there are " + digits.Length.ToString() + " digits, 16 for each element are wanted");
        }

        double[] values = new double[digits.Length / DigitsOfValue];
        byte[] bytes = new byte[8];
        for (int i = 0; i < values.Length; i++)
        {
            for (int k = 0; k < 8; k++)
            {
                int at = DigitsOfValue * i + 2 * k;
                bytes[k] = (byte)((Digit(digits, at) << 4) | Digit(digits, at + 1));
            }

            values[i] = BinaryNumbers.ReadDouble(bytes, 0, false);
        }

        return CalibrationCommands.Finite(values);
    }

    private static int Digit(string digits, int at)
    {
        char c = digits[at];
        return c >= '0' && c <= '9' ? c - '0'
            : c >= 'A' && c <= 'F' ? c - 'A' + 10
            : c >= 'a' && c <= 'f' ? c - 'a' + 10
            : throw new ScpiException(ScpiError.IllegalValue, "character " + (at + 1).ToString() + " is no hexadecimal digit");
    }
}

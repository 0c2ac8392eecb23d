namespace MagHopfield.Shared.Scpi;

/// <summary>
/// Units and multipliers after a number (IEEE 488.2, 7.7.3): "MV", "US", "KOHM". M is milli but in MOHM and MHZ, where it is mega;
/// MA is mega.
/// </summary>
public static class UnitSuffix
{
    /// <summary>Scales a number to its base unit.</summary>
    /// <param name="bytes">Message.</param>
    /// <param name="start">First byte of the suffix.</param>
    /// <param name="length">Length of the suffix, 0 for none.</param>
    /// <param name="unit">Base unit, as in "V"; empty where the value has none.</param>
    /// <param name="value">Number; in the base unit on return.</param>
    /// <returns><see cref="ScpiError.None"/>, or what is wrong.</returns>
    public static int Scale(byte[] bytes, int start, int length, string unit, ref double value)
    {
        if (length == 0)
            return ScpiError.None;

        if (unit.Length == 0)
            return ScpiError.SuffixNotAllowed;

        int multiplier = length - unit.Length;
        if (multiplier < 0 || multiplier > 2 || !Ascii.IsMnemonic(bytes, start + multiplier, unit.Length, unit))
            return ScpiError.InvalidSuffix;

        bool megaByM = unit == "OHM" || unit == "HZ";
        return Apply(bytes, start, multiplier, megaByM, ref value) ? ScpiError.None : ScpiError.InvalidSuffix;
    }

    private static bool Apply(byte[] bytes, int start, int length, bool megaByM, ref double value)
    {
        int first = length > 0 ? Ascii.Upper(bytes[start]) : 0;
        int second = length > 1 ? Ascii.Upper(bytes[start + 1]) : 0;
        switch ((first << 8) + second)
        {
            case 0:
                return true;
            case ('E' << 8) + 'X':
                value *= 1e18;
                return true;
            case ('P' << 8) + 'E':
                value *= 1e15;
                return true;
            case 'T' << 8:
                value *= 1e12;
                return true;
            case 'G' << 8:
                value *= 1e9;
                return true;
            case ('M' << 8) + 'A':
                value *= 1e6;
                return true;
            case 'K' << 8:
                value *= 1e3;
                return true;
            case 'M' << 8:
                value = megaByM ? value * 1e6 : value / 1e3;
                return true;
            case 'U' << 8:
                value /= 1e6;
                return true;
            case 'N' << 8:
                value /= 1e9;
                return true;
            case 'P' << 8:
                value /= 1e12;
                return true;
            case 'F' << 8:
                value /= 1e15;
                return true;
            case 'A' << 8:
                value /= 1e18;
                return true;
            default:
                return false;
        }
    }
}

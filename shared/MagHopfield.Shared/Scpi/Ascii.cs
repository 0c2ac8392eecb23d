namespace MagHopfield.Shared.Scpi;

/// <summary>Classes of bytes on the wire.</summary>
internal static class Ascii
{
    public const byte LineFeed = 10;

    /// <summary>White space of IEEE 488.2, 7.4.1.2: every control character but the line feed, and the space.</summary>
    public static bool IsSpace(byte value) => value <= 32 && value != LineFeed;

    public static bool IsDigit(byte value) => value >= '0' && value <= '9';

    public static bool IsLetter(byte value) => (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');

    public static byte Upper(byte value) => value >= 'a' && value <= 'z' ? (byte)(value - 32) : value;

    /// <summary>Text of bytes; anything that is no printing character becomes a question mark.</summary>
    public static string Text(byte[] bytes, int start, int length)
    {
        char[] text = new char[length];
        for (int i = 0; i < length; i++)
        {
            byte value = bytes[start + i];
            text[i] = value >= 32 && value < 127 ? (char)value : '?';
        }

        return new string(text);
    }

    /// <summary>Whether bytes are a mnemonic in its long or its short form, as in "MINimum": the capitals are the short form.</summary>
    public static bool IsMnemonic(byte[] bytes, int start, int length, string mnemonic)
    {
        int shortLength = 0;
        while (shortLength < mnemonic.Length && !(mnemonic[shortLength] >= 'a' && mnemonic[shortLength] <= 'z'))
            shortLength++;

        if (length != mnemonic.Length && length != shortLength)
            return false;

        for (int i = 0; i < length; i++)
        {
            if (Upper(bytes[start + i]) != Upper((byte)mnemonic[i]))
                return false;
        }

        return true;
    }
}

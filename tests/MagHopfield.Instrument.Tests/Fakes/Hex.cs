namespace MagHopfield.Instrument.Tests.Fakes;

public static class Hex
{
    /// <summary>A frame with its CRC.</summary>
    public static string Crc(string frame) => frame + TestCrc.Of(Convert.FromHexString(frame)).ToString("X2");

    /// <summary>An ADGS1414D's answer to a read with CRC: alignment byte, value, CRC over command and value.</summary>
    public static string SwitchAnswer(int command, int value) =>
        "25" + value.ToString("X2") + TestCrc.Of([(byte)command, (byte)value]).ToString("X2");

    /// <summary>An AD7124's answer to a read with CRC: a byte of no meaning, value, CRC over command and value.</summary>
    public static string AdcAnswer(int command, string value) =>
        "00" + value + TestCrc.Of([(byte)command, .. Convert.FromHexString(value)]).ToString("X2");
}

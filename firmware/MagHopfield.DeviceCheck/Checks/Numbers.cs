using MagHopfield.Shared.Scpi;

namespace MagHopfield.DeviceCheck.Checks;

internal static class Numbers
{
    private static readonly double[] Values = [0, 1, -1, 0.1, 1.0 / 3.0, -6.6e-2, 5e-4, 1.602176634e-19, 12345678.9, 2.5e10];

    public static void Run(CheckLog log)
    {
        byte[] text = new byte[NumberWriter.LongestNumber];
        for (int i = 0; i < Values.Length; i++)
        {
            int length = NumberWriter.Write(Values[i], text, 0);
            int at = 0;
            int error = NumberReader.Read(text, ref at, length, out double back);
            double size = Values[i] < 0 ? -Values[i] : Values[i];
            log.Expect(error == ScpiError.None && at == length, "a written number is read to its end");
            log.Near(Values[i], back, size * 1e-14, "a number written and read");
            BinaryNumbers.Write(Values[i], text, 0, true);
            log.Expect(BinaryNumbers.ReadDouble(text, 0, true) == Values[i], "a number as bytes comes back to the bit");
        }
    }
}

using MagHopfield.Instrument.Ports;

namespace MagHopfield.VirtualBoard.Tests;

internal static class RawDac
{
    /// <summary>Sets the DACs of the first four nodes by raw frames: power, ±5 V range, outputs.</summary>
    public static void SetDacs(this BoardModel board, params double[] volts)
    {
        ISpiLink dac = board.Hardware.Dacs[0];
        dac.Write([0x1C, 0, 0]);
        dac.Write([0x0C, 0, 3]);
        dac.Write([0x10, 0, 0x1F]);
        board.Clock.Wait(10);
        for (int k = 0; k < volts.Length; k++)
        {
            int code = (int)Math.Clamp(Math.Round((volts[k] + 5) / 10 * 65536), 0, 65535);
            dac.Write([(byte)k, (byte)(code >> 8), (byte)code]);
        }

        board.Clock.Wait(20);
    }
}

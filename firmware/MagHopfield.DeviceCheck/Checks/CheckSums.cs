using MagHopfield.Instrument.Spi;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.DeviceCheck.Checks;

internal static class CheckSums
{
    private static readonly byte[] Digits = [0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39];

    // The published check values of both polynomials are those of the nine digits.
    public static void Run(CheckLog log)
    {
        log.Expect(Crc8.Of(Digits, 9) == 0xF4, "CRC-8 of 123456789 is 0xF4");
        log.Expect(Crc32.Of(Digits, 0, 9) == 0xCBF43926u, "CRC-32 of 123456789 is 0xCBF43926");
    }
}

using MagHopfield.DeviceCheck.Fakes;
using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.DeviceCheck.Checks;

internal static class MemoryDriver
{
    private const string Page = "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";
    private const string Zeros = "0000000000000000000000000000000000000000000000000000000000000000";
    private const string ReadPage3 = "030060" + Zeros;

    public static void Run(CheckLog log)
    {
        ScriptedChip chip = new ScriptedChip(
            ["06", "0500", "020060" + Page, ReadPage3, ReadPage3], ["", "FF02", "", "FFFFFF" + Page, "FFFFFF" + Page]);
        Mb85rs256Fram memory = new Mb85rs256Fram(chip, "MEM");
        byte[] data = new byte[32];
        for (int i = 0; i < data.Length; i++)
            data[i] = (byte)(0x11 * (i % 16));

        memory.Write(3, data);
        byte[] read = new byte[32];
        memory.Read(3, read);
        bool same = true;
        for (int i = 0; i < data.Length; i++)
            same = same && read[i] == data[i];

        log.Expect(chip.Wrong == 0 && chip.IsOver && same, "a page is written and read");
        try
        {
            new Mb85rs256Fram(new ScriptedChip(["06", "0500"], ["", "FFFF"]), "MEM").Erase(0);
            log.Expect(false, "a chip that is not there is an error");
        }
        catch (ChipException e)
        {
            log.Expect(e.Expected == "0x02" && e.Received == "0xFF", "a chip that is not there is an error");
        }
    }
}

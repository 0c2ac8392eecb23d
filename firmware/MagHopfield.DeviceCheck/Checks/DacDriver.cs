using MagHopfield.DeviceCheck.Fakes;
using MagHopfield.Instrument.Chips.Ad5754;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.DeviceCheck.Checks;

internal static class DacDriver
{
    private static readonly string[] Frames = ["023333", "823333", "99000C"];

    public static void Run(CheckLog log)
    {
        ScriptedChip chip = new ScriptedChip(Frames, ["000000", "000000", "003333"]);
        new Ad5754Dac(chip, new StillClock(), "DAC1").Write(2, -3);
        log.Expect(chip.Wrong == 0 && chip.IsOver, "-3 V is code 0x3333, written and read back");
        ScriptedChip other = new ScriptedChip(Frames, ["000000", "000000", "003332"]);
        try
        {
            new Ad5754Dac(other, new StillClock(), "DAC1").Write(2, -3);
            log.Expect(false, "a code that does not read back is an error");
        }
        catch (ChipException e)
        {
            log.Expect(e.Expected == "0x3333" && e.Received == "0x3332", "the error names what was expected and received");
        }
    }
}

using MagHopfield.DeviceCheck.Fakes;
using MagHopfield.Instrument.Chips.Adgs1414;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.DeviceCheck.Checks;

internal static class SwitchDriver
{
    // Frames with CRC-8 (polynomial 0x07), by hand from the data sheet of the ADGS1414D.
    public static void Run(CheckLog log)
    {
        ScriptedChip chip = new ScriptedChip(["0155B9", "8100A3"], ["250000", "2555" + Check(0x81, 0x55)]);
        new Adgs1414Switch(chip, new StillClock(), "SW1").Write(0x55);
        log.Expect(chip.Wrong == 0 && chip.IsOver, "a word is written and read back");
        ScriptedChip stuck = new ScriptedChip(["0155B9", "8100A3"], ["250000", "2551" + Check(0x81, 0x51)]);
        try
        {
            new Adgs1414Switch(stuck, new StillClock(), "SW1").Write(0x55);
            log.Expect(false, "a word that does not read back is an error");
        }
        catch (ChipException e)
        {
            log.Expect(e.Expected == "0x55" && e.Received == "0x51", "the error names what was expected and received");
        }
    }

    private static string Check(byte command, byte value)
    {
        byte[] frame = [command, value];
        return Crc8.Of(frame, 2).ToString("X2");
    }
}

using MagHopfield.DeviceCheck.Fakes;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Settings;

namespace MagHopfield.DeviceCheck.Checks;

internal static class Settings
{
    private const int Bytes = 100;

    public static void Run(CheckLog log)
    {
        bool isOver = false;
        for (int steps = 0; !isOver && steps < 50; steps++)
        {
            FakeFlash flash = new FakeFlash();
            new SettingsStore(flash).Save(Filled(1));
            flash.StepsLeft = steps;
            try
            {
                new SettingsStore(flash).Save(Filled(2));
                isOver = true;
            }
            catch (FlashException)
            {
                isOver = false;
            }

            flash.StepsLeft = -1;
            byte[]? state = new SettingsStore(flash).Load();
            log.Expect(state != null && state.Length == Bytes, "a state is found after a power cut");
            log.Expect(state != null && state[0] == state[Bytes - 1] && (isOver ? state[0] == 2 : state[0] <= 2), "it is a whole one");
        }

        log.Expect(isOver, "a save without a power cut ends");
    }

    private static byte[] Filled(byte value)
    {
        byte[] bytes = new byte[Bytes];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = value;

        return bytes;
    }
}

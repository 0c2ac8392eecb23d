using MagHopfield.Firmware.Tests;

namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>What a channel is opened with.</summary>
public sealed class TransmitChannelSettings(int pinNumber)
{
    public int PinNumber { get; } = pinNumber;

    public byte ClockDivider { get; set; }

    public bool EnableCarrierWave { get; set; }

    public bool EnableLooping { get; set; }

    public bool EnableIdleLevelOutput { get; set; }

    public bool IdleLevel { get; set; }
}

/// <summary>Two levels with their times in ticks.</summary>
public sealed class RmtCommand(ushort duration1, bool level1, ushort duration2, bool level2)
{
    public ushort Duration0 { get; } = duration1;

    public bool Level0 { get; } = level1;

    public ushort Duration1 { get; } = duration2;

    public bool Level1 { get; } = level2;
}

/// <summary>
/// A channel as it behaves on the device: IsChannelIdle tells whether an idle level is put out, so it is true in the middle of a
/// transmission too; Send without waiting returns when the transmission has begun.
/// </summary>
public sealed class TransmitterChannel(TransmitChannelSettings settings)
{
    private readonly List<RmtCommand> _commands = [];

    public bool IsChannelIdle => settings.EnableIdleLevelOutput;

    public void ClearCommands() => _commands.Clear();

    public void AddCommand(RmtCommand command) => _commands.Add(command);

    public void Send(bool waitTxDone)
    {
        long nanoseconds = _commands.Sum(c => (c.Duration0 + c.Duration1) * 1000L * settings.ClockDivider / 80);
        MagHopfield.Firmware.Tests.Esp32.Current.Transmit(settings.PinNumber, _commands[0].Duration0 * 1000L * settings.ClockDivider / 80);
        if (waitTxDone)
            MagHopfield.Firmware.Tests.Esp32.Current.Clock.Advance(nanoseconds);
    }

    public void SendData(byte[] data, bool waitTxDone)
    {
        _ = waitTxDone;
        MagHopfield.Firmware.Tests.Esp32.Current.LedItems += data.Length / 4;
    }
}

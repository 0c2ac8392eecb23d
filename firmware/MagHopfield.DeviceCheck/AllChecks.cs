using MagHopfield.DeviceCheck.Checks;

namespace MagHopfield.DeviceCheck;

/// <summary>The parts of the firmware that need no chip, and drivers against scripted frames.</summary>
public static class AllChecks
{
    /// <summary>Runs them all.</summary>
    /// <param name="log">Log.</param>
    public static void Run(CheckLog log)
    {
        log.Run("check sums", CheckSums.Run);
        log.Run("numbers as text and as bytes", Numbers.Run);
        log.Run("NaN in guards", NotANumber.Run);
        log.Run("exceptions on their way", Exceptions.Run);
        log.Run("SCPI parser", Parser.Run);
        log.Run("Kirchhoff inversion", Kirchhoff.Run);
        log.Run("Oja model", Oja.Run);
        log.Run("recall of four nodes", Recall.Four);
        log.Run("recall of 64 nodes", Recall.SixtyFour);
        log.Run("logic gates", Gates.Run);
        log.Run("stand-alone network of 35 nodes", StandAloneNetwork.Run);
        log.Run("interlock", InterlockRules.Run);
        log.Run("settings in flash", Settings.Run);
        log.Run("switch driver", SwitchDriver.Run);
        log.Run("memory driver", MemoryDriver.Run);
        log.Run("DAC driver", DacDriver.Run);
        log.Run("ADC driver", AdcDriver.Run);
    }
}

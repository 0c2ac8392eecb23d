namespace MagHopfield.Instrument.Measure.SelfTest;

/// <summary>What a self-test can find.</summary>
public enum SelfTestFault
{
    /// <summary>A setup of the ADC reads the chip's own 20 mV wrong.</summary>
    WrongGain,

    /// <summary>No probe current, or one that is not 500 µA.</summary>
    ProbeCurrent,

    /// <summary>A switch that does not open.</summary>
    SwitchStuckClosed,

    /// <summary>A switch that does not close.</summary>
    SwitchStuckOpen,

    /// <summary>Two switches of a node exchanged: each closes where the other should.</summary>
    SwitchesExchanged,

    /// <summary>Neither lead of an electrode reaches the film.</summary>
    OpenElectrode,

    /// <summary>The force lead of an electrode does not reach the film.</summary>
    OpenForceLead,

    /// <summary>The sense lead of an electrode does not reach the film.</summary>
    OpenSenseLead,

    /// <summary>A shunt that does not conduct.</summary>
    OpenShunt,

    /// <summary>A shunt of another value than the settings say.</summary>
    WrongShunt,

    /// <summary>All shunts differ from R_REF alike: R_REF has another value than the settings say.</summary>
    WrongReference,

    /// <summary>R_REF does not conduct: not soldered, broken, or its leads open.</summary>
    OpenReference,

    /// <summary>The film conducts to the gold layer, or to ground: a hole in the oxide between them.</summary>
    InsulationBreakdown,

    /// <summary>Two electrodes joined.</summary>
    ShortedElectrodes,

    /// <summary>A rail of the pulse drivers out of range.</summary>
    WrongRail,

    /// <summary>A pulse switch that does not open.</summary>
    PulseSwitchStuckClosed,

    /// <summary>A pulse switch that does not close.</summary>
    PulseSwitchStuckOpen,

    /// <summary>A pulse driver, or all of them, that is on without a pulse.</summary>
    DriverOn,

    /// <summary>A terminal of the gold layer that its lead does not reach.</summary>
    OpenGoldLead,

    /// <summary>The memory of the settings does not answer.</summary>
    DeadMemory,
}

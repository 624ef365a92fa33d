namespace TcmCrm.Roi.Impact;

/// <summary>What the interval [L, U] of an improvement says about a promise B above zero.</summary>
public enum ImpactVerdictKind
{
    /// <summary>L &gt;= B: the promise is kept.</summary>
    Realized,

    /// <summary>0 &lt; L &lt; B &lt;= U: better for sure, the promise unproven.</summary>
    PositivePromiseUnproven,

    /// <summary>L &gt; 0 and U &lt; B: better for sure, but less than promised.</summary>
    PartlyRealized,

    /// <summary>L &lt;= 0 and U &gt;= B: everything is still possible. Also when the error cannot be trusted. Without a promise: L &lt;= 0 &lt;= U.</summary>
    Inconclusive,

    /// <summary>L &lt;= 0 &lt;= U &lt; B: the promise is not kept, and an improvement is not shown.</summary>
    NotRealized,

    /// <summary>U &lt; 0: worse for sure.</summary>
    Harm,

    /// <summary>L &gt; 0, and no promise was made.</summary>
    Positive,
}

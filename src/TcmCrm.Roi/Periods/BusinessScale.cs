namespace TcmCrm.Roi.Periods;

/// <summary>The size of the company or of the part of it that takes the CRM into use.</summary>
public enum BusinessScale
{
    /// <summary>One site or shop, one team (单店或单一团队).</summary>
    Small,

    /// <summary>One company with several teams or regions (单一公司、多团队或多区域).</summary>
    Medium,

    /// <summary>A group with several companies, or a national network (集团或全国网络).</summary>
    Group,
}
